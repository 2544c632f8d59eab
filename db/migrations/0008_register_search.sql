-- Finding households and persons across the rows that row security hides from a plan: LIKE and array operators are not
-- leakproof, so under row security their indexes are not used. These functions belong to the owner and check the scope
-- of the transaction themselves.
do $$ begin perform set_config('citus.multi_shard_modify_mode', 'sequential', true); end $$;

alter table registry.member add column name_initials_other text collate "C";
comment on column registry.member.name_initials is 'Pinyin initials with the surname read as a surname (单 s)';
comment on column registry.member.name_initials_other is 'The same with the other reading of the first character (单 d)';
create index member_name_initials_other on registry.member (name_initials_other text_pattern_ops)
  where name_initials_other is not null;

-- Households with a member or a number that matches, at most `most`, in no order. kind: 'name' (needle: part of a name,
-- chars: its characters), 'initials' (needle: the beginning), 'registerNo' (needle: the beginning), 'idTail', 'id',
-- 'phone' (indexed: the blind index).
create function registry.search_members(
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
    return query select distinct found.county_code, found.household_id
    from (select distinct left(d.code, 6) as county from registry.division d where d.level = 3
      and d.code between left(low, 6) || '000000' and left(high, 6) || '999999') place
    cross join lateral registry.search_county(place.county, low, high, kind, needle, indexed, most) found
    limit most;
  end if;
end $$;

create function registry.search_county(
  county text, low text, high text, kind text, needle text, indexed bytea, most int
) returns table (county_code text, household_id uuid)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  case kind
    when 'registerNo' then
      return query select h.county_code, h.id from registry.household h
      where h.county_code = county and h.register_no >= needle and h.register_no < needle || '~'
        and h.area_code between low and high limit most;
    when 'idTail' then
      return query select m.county_code, m.household_id from registry.member m
      where m.county_code = county and m.id_tail_index = indexed and m.area_code between low and high limit most;
    when 'id' then
      return query select m.county_code, m.household_id from registry.member m
      where m.county_code = county and m.id_index = indexed and m.area_code between low and high limit most;
    when 'phone' then
      return query select h.county_code, h.household_id from registry.household_year h
      where h.county_code = county and h.phone_index = indexed and h.area_code between low and high limit most;
  end case;
end $$;

-- In which county an id number already stands in the books of a year. The number itself is never told, and whoever asks
-- must know it: the index is keyed.
create function registry.identity_holders(book_year int, wanted bytea[])
returns table (id_index bytea, county_code text, household_id uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.id_index, p.county_code, p.household_id
  from unnest(wanted) asked (id_index)
  join registry.person_identity p on p.year = book_year and p.id_index = asked.id_index
$$;

-- Which household numbers are taken in a county, also by households outside the scope.
create function registry.taken_register_numbers(county text, wanted text[]) returns setof text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select h.register_no from unnest(wanted) asked (register_no)
  join registry.household h on h.county_code = county and h.register_no = asked.register_no collate "C"
$$;

revoke all on function registry.search_members, registry.search_county, registry.identity_holders,
  registry.taken_register_numbers from public;
grant execute on function registry.search_members, registry.identity_holders, registry.taken_register_numbers
  to jingzhun_app;
