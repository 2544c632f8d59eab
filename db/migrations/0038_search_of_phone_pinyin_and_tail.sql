-- A household is also found by a member's own phone, by the whole pinyin of a name and by the last digits of its number.
do $$ begin perform set_config('citus.multi_shard_modify_mode', 'sequential', true); end $$;

alter table registry.member add column name_pinyin text collate "C", add column name_pinyin_other text collate "C";
comment on column registry.member.name_pinyin is
  'The whole name in pinyin, no tones, no blanks; empty: nothing can be typed for it; null: not written yet';
comment on column registry.member.name_pinyin_other is 'The same with the other reading of the first character (单 dan)';
create index member_name_pinyin on registry.member (county_code, name_pinyin);
create index member_name_pinyin_other on registry.member (county_code, name_pinyin_other)
  where name_pinyin_other is not null;
-- Names of before, and names that an undo wrote again: they are read once and then leave this index.
create index member_without_pinyin on registry.member (county_code, id)
  where name_pinyin is null and name is not null;

create index member_year_phone on registry.member_year (county_code, phone_index) where phone_index is not null;
create index household_register_no_reversed on registry.household (county_code, reverse(register_no));

-- Of the kinds of `search_members` those whose indexes begin with the county. 'phone': the household's own number or a
-- member's; 'pinyin' and 'registerNo': the beginning; 'registerNoTail': the end.
create or replace function registry.search_county(
  county text, low text, high text, kind text, needle text, indexed bytea, most int
) returns table (county_code text, household_id uuid)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  case kind
    when 'registerNo' then
      return query select h.county_code, h.id from registry.household h
      where h.county_code = county and h.register_no >= needle and h.register_no < needle || '~'
        and h.area_code between low and high limit most;
    when 'registerNoTail' then
      return query select h.county_code, h.id from registry.household h
      where h.county_code = county and reverse(h.register_no) >= reverse(needle)
        and reverse(h.register_no) < reverse(needle) || '~'
        and h.area_code between low and high limit most;
    when 'pinyin' then
      return query select m.county_code, m.household_id from registry.member m
      where m.county_code = county and m.name_pinyin >= needle and m.name_pinyin < needle || '~'
        and m.area_code between low and high
      union all
      select m.county_code, m.household_id from registry.member m
      where m.county_code = county and m.name_pinyin_other >= needle and m.name_pinyin_other < needle || '~'
        and m.area_code between low and high limit most;
    when 'idTail' then
      return query select m.county_code, m.household_id from registry.member m
      where m.county_code = county and m.id_tail_index = indexed and m.area_code between low and high limit most;
    when 'id' then
      return query select m.county_code, m.household_id from registry.member m
      where m.county_code = county and m.id_index = indexed and m.area_code between low and high limit most;
    when 'phone' then
      return query select h.county_code, h.household_id from registry.household_year h
      where h.county_code = county and h.phone_index = indexed and h.area_code between low and high
      union all
      select m.county_code, m.household_id from registry.member_year m
      where m.county_code = county and m.phone_index = indexed and m.area_code between low and high limit most;
  end case;
end $$;

-- As before, but the counties are asked one after the other only until there are enough.
create or replace function registry.search_members(
  low text, high text, kind text, needle text, chars text[], indexed bytea, most int
) returns table (county_code text, household_id uuid)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not coalesce(low >= nullif(current_setting('jingzhun.area_low', true), '')
      and high <= nullif(current_setting('jingzhun.area_high', true), ''), false) then
    raise exception 'registry: the search is wider than the scope' using errcode = 'insufficient_privilege';
  end if;
  if kind = 'name' then
    return query select distinct m.county_code, m.household_id from (
      select n.county_code, n.household_id from registry.member n
      where n.name_chars @> chars and translate(n.name, ' ·•・.．', '') like '%' || needle || '%' and n.area_code between low and high
      limit most * 2) m limit most;
  elsif kind = 'initials' then
    return query select distinct m.county_code, m.household_id from (
      select n.county_code, n.household_id from registry.member n
      where n.name_initials ~>=~ needle and n.name_initials ~<~ (needle || '{') and n.area_code between low and high
      union all
      select n.county_code, n.household_id from registry.member n
      where n.name_initials_other ~>=~ needle and n.name_initials_other ~<~ (needle || '{')
        and n.area_code between low and high
      limit most * 2) m limit most;
  else
    -- The other indexes begin with the county: each county is asked for itself.
    return query select distinct found.county_code, found.household_id from (
      select one.county_code, one.household_id
      from (select distinct left(d.code, 6) as county from registry.division d where d.level = 3
        and d.code between left(low, 6) || '000000' and left(high, 6) || '999999') place
      cross join lateral registry.search_county(place.county, low, high, kind, needle, indexed, most * 2) one
      limit most * 2) found
    limit most;
  end if;
end $$;
