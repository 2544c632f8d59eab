-- A list over forty counties walked every county to its end when few households, or none, matched all its filters: seconds for
-- an empty page. Each value of a filter now has one bit a household, in the order of the list: and-ing the bits of the values
-- asked for says how many households of a county match, and which, without reading any of them.
do $$ begin perform set_config('citus.multi_shard_modify_mode', 'sequential', true); end $$;

create table verdicts.list_place (
  county_code text collate "C" not null,
  household_id uuid not null,
  year smallint not null,
  area_code text collate "C" not null,
  place integer not null,
  constraint list_place_pk primary key (county_code, household_id, year),
  constraint list_place_unique unique (county_code, year, place)
);
comment on table verdicts.list_place is 'The place of a household in the list of its county and year, by household number, from 0';

create table verdicts.list_bits (
  county_code text collate "C" not null,
  year smallint not null,
  filter text collate "C" not null,
  code text collate "C" not null,
  area_code text collate "C" not null,
  version uuid not null,
  bits bit varying not null,
  constraint list_bits_pk primary key (county_code, year, filter, code)
) with (toast_tuple_target = 8160);
comment on table verdicts.list_bits is
  'One bit a household: it has this code of this filter. A filter without its row of the empty code is not known here';
comment on column verdicts.list_bits.version is 'Of the places that the bits stand for: a new one each time they are built';
-- Up to 60,000 households a county stand in the row itself, and random bits do not become smaller by compression.
alter table verdicts.list_bits alter column bits set storage external;

select app_place('verdicts.list_place', 'county');
select app_place('verdicts.list_bits', 'county');
select app_secure('verdicts.list_place');
select app_secure('verdicts.list_bits');
grant select on verdicts.list_place, verdicts.list_bits to jingzhun_app;

-- The filters that have bits, as the list names them.
create function verdicts.list_filters() returns text[] language sql immutable set search_path = pg_catalog, pg_temp as $$
  select '{exitStatus,attribute,cause,helped,monitored,poorVillage,exitOutcome,exitFailed,finding}'::text[]
$$;

-- A query for the codes of households, a column a filter. They count as the conditions of the list do: null is no code, and what
-- was not evaluated has no outcome and no answer about findings.
create function verdicts.list_codes(county text, book_year int) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select format($query$
    select h.household_id, h.exit_status as "exitStatus", h.attribute, h.main_cause as cause,
      case when helped.household_id is not null then 'yes' else 'no' end as helped,
      case when o.household_id is not null then 'yes' else 'no' end as monitored,
      case when p.area_code is not null then 'yes' else 'no' end as "poorVillage",
      case when v.household_id is not null then coalesce(v.exit_outcome::text, 'unknown') end as "exitOutcome",
      case when v.exit_outcome = 0 then case %3$s when 0 then null when 1 then 'one' else 'more' end end as "exitFailed",
      case when v.household_id is null then null when %4$s or found.household_id is not null then 'yes' else 'no' end as finding
    from registry.household_year h
    left join (
      select distinct a.household_id from registry.helper_assignment a
      where a.county_code = %1$L and a.started_on <= make_date(%2$s, 12, 31)
        and (a.ended_on is null or a.ended_on > make_date(%2$s, 12, 31))
    ) helped on helped.household_id = h.household_id
    left join registry.monitoring o on o.county_code = %1$L and o.household_id = h.household_id and o.year = %2$s
      and o.category is not null and o.eliminated is not true
    left join registry.poor_village p on p.county_code = %1$L and p.area_code = h.area_code and p.designated_year <= %2$s
    left join verdicts.verdict v on v.county_code = %1$L and v.household_id = h.household_id and v.year = %2$s
    left join (
      select distinct v.household_id from verdicts.member_verdict v
      where v.county_code = %1$L and v.year = %2$s and %5$s
    ) found on found.household_id = h.household_id
    where h.county_code = %1$L and h.year = %2$s
  $query$, county, book_year, verdicts.exit_failed_expression(county, book_year),
    verdicts.finding_expression('household', county, book_year), verdicts.finding_expression('member', county, book_year))
$$;

-- Builds places and bits of a county and year; returns the number of households. Places are written only where they changed.
create function verdicts.rebuild_list(county text, book_year int) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp
set max_parallel_workers_per_gather = 0 set enable_nestloop = off as $$
declare
  households integer;
  words text;
begin
  perform verdicts.require_county(county, book_year);
  create temporary table fresh on commit drop as
    select h.household_id, h.area_code, (row_number() over (order by h.register_no) - 1)::int as place
    from registry.household_year h where h.county_code = county and h.year = book_year;
  get diagnostics households = row_count;
  delete from verdicts.list_place p where p.county_code = county and p.year = book_year and not exists (
    select from pg_temp.fresh f where f.household_id = p.household_id and f.place = p.place and f.area_code = p.area_code);
  insert into verdicts.list_place (county_code, household_id, year, area_code, place)
  select county, f.household_id, book_year, f.area_code, f.place from pg_temp.fresh f
  where not exists (select from verdicts.list_place p
    where p.county_code = county and p.year = book_year and p.household_id = f.household_id);
  delete from verdicts.list_bits where county_code = county and year = book_year;
  -- Sixty-four households make a word, and the words of a code in order its bits.
  select string_agg(format('select %1$L as filter, %1$I as code, at, bit_or(mask) as mask from coded
    where %1$I <> '''' group by %1$I, at', filter), ' union all ') into words from unnest(verdicts.list_filters()) filter;
  execute format($query$
    with coded as materialized (
      select c.*, f.place / 64 as at, 1::bigint << (63 - f.place %% 64) as mask
      from pg_temp.fresh f join (%1$s) c on c.household_id = f.household_id
    ), word as materialized (
      select 'all' as filter, '' as code, at, bit_or(mask) as mask from coded group by at union all %6$s
    )
    insert into verdicts.list_bits (county_code, year, filter, code, area_code, version, bits)
    select %2$L, %3$s, filter, code, %4$L, %5$L, rpad(
      string_agg(repeat('0', 64 * (at - before - 1)) || mask::bit(64)::text, '' order by at), 64 * %7$s, '0')::bit varying
    from (select *, lag(at, 1, -1) over (partition by filter, code order by at) as before from word) w
    group by filter, code
  $query$, verdicts.list_codes(county, book_year), county, book_year, county || '000000', gen_random_uuid(), words,
    (households + 63) / 64);
  insert into verdicts.list_bits (county_code, year, filter, code, area_code, version, bits)
  select b.county_code, b.year, known.filter, '', b.area_code, b.version, ''
  from verdicts.list_bits b cross join unnest(verdicts.list_filters()) known (filter)
  where b.county_code = county and b.year = book_year and b.filter = 'all';
  drop table pg_temp.fresh;
  return households;
end $$;

-- Adds the counts of failed criteria and findings to the rollup of a county and year, from the bits of its list: a count and the
-- rows behind it are the same bits, and the verdicts are read once.
create or replace function verdicts.rebuild_finding_counts(county text, book_year int) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  places integer;
  fail_one bit varying;
  found bit varying;
begin
  perform verdicts.require_county(county, book_year);
  select bit_or(b.bits) filter (where b.filter = 'exitFailed' and b.code = 'one'),
      bit_or(b.bits) filter (where b.filter = 'finding' and b.code = 'yes')
    into fail_one, found
  from verdicts.list_bits b where b.county_code = county and b.year = book_year and b.filter in ('exitFailed', 'finding');
  update verdicts.rollup r set exit_fail_one = c.fail_one, finding_households = c.found
  from (
    select coalesce(village, township, whole) as area_code,
      case when village is not null then 5 when township is not null then 4 else 3 end as level,
      sum(one)::int as fail_one, sum(with_finding)::int as found
    from (
      select p.area_code as village, rpad(left(p.area_code, 9), 12, '0') as township,
        rpad(left(p.area_code, 6), 12, '0') as whole, sum(coalesce(get_bit(fail_one, p.place), 0)) as one,
        sum(coalesce(get_bit(found, p.place), 0)) as with_finding
      from verdicts.list_place p where p.county_code = county and p.year = book_year group by p.area_code
    ) counted group by grouping sets ((village), (township), (whole))
  ) c
  where r.county_code = county and r.year = book_year and r.area_code = c.area_code and r.level = c.level;
  get diagnostics places = row_count;
  return places;
end $$;

-- Sets the bits of one household after an edit; `had` holds its codes by filter. Helpers and poor villages are no part of an edit.
create function verdicts.refresh_list(county text, household uuid, book_year int, had jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  spot integer;
begin
  select p.place into spot from verdicts.list_place p
  where p.county_code = county and p.household_id = household and p.year = book_year
    and p.area_code between nullif(current_setting('jingzhun.area_low', true), '')
      and nullif(current_setting('jingzhun.area_high', true), '');
  if spot is null or not exists (
    select from verdicts.list_bits b where b.county_code = county and b.year = book_year and b.code <> ''
      and b.filter <> all ('{helped,poorVillage}') and get_bit(b.bits, spot) <> (coalesce(had ->> b.filter, '') = b.code)::int
    union all
    select from jsonb_each_text(had) h (filter, code) where not exists (select from verdicts.list_bits b
      where b.county_code = county and b.year = book_year and b.filter = h.filter and b.code = h.code)
  ) then return; end if;
  -- Edits of one county set bits one after the other; the row of all households is the lock.
  perform from verdicts.list_bits b
  where b.county_code = county and b.year = book_year and b.filter = 'all' and b.code = '' for update;
  insert into verdicts.list_bits (county_code, year, filter, code, area_code, version, bits)
  select county, book_year, h.filter, h.code, b.area_code, b.version, b.bits & ~b.bits
  from verdicts.list_bits b cross join jsonb_each_text(had) h (filter, code)
  where b.county_code = county and b.year = book_year and b.filter = 'all' and b.code = ''
  on conflict (county_code, year, filter, code) do nothing;
  update verdicts.list_bits b
  set bits = set_bit(b.bits, spot, (coalesce(had ->> b.filter, '') = b.code)::int)
  where b.county_code = county and b.year = book_year and b.code <> '' and b.filter <> all ('{helped,poorVillage}')
    and get_bit(b.bits, spot) <> (coalesce(had ->> b.filter, '') = b.code)::int;
end $$;

-- Forgets bits that no longer hold, until the next evaluation: of the year whose books changed all of them, and of every year
-- those of the filters named. A list reads the books themselves of a county whose bits are not known.
create function verdicts.forget_list(county text, book_year int, filters text[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not coalesce(county between left(nullif(current_setting('jingzhun.area_low', true), ''), 6)
      and left(nullif(current_setting('jingzhun.area_high', true), ''), 6), false) then
    raise exception 'verdicts: county % is outside the scope', county using errcode = 'insufficient_privilege';
  end if;
  delete from verdicts.list_bits b where b.county_code = county and (b.year = book_year or b.filter = any (filters));
end $$;

do $$
declare name text;
begin
  foreach name in array array['rebuild_list(text, int)', 'refresh_list(text, uuid, int, jsonb)', 'forget_list(text, int, text[])'] loop
    execute format('revoke all on function verdicts.%s from public', name);
    execute format('grant execute on function verdicts.%s to jingzhun_app', name);
  end loop;
end $$;
revoke all on function verdicts.list_codes(text, int) from public;

-- What was evaluated before gets its bits now.
do $$
declare
  book record;
begin
  perform set_config('jingzhun.area_low', '000000000000', true), set_config('jingzhun.area_high', '999999999999', true);
  for book in select distinct county_code, year from verdicts.rollup loop
    perform verdicts.rebuild_list(book.county_code, book.year);
  end loop;
end $$;
