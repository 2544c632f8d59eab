-- A list of a city under a rule or a period walked its counties one by one, and stopped counting where that took long. Each
-- outcome of each rule, and the month in which each period began, now have one bit a household as the other filters have, so
-- that such a list is counted to the last household without reading any of them.
do $$ begin perform set_config('citus.multi_shard_modify_mode', 'sequential', true); end $$;

-- How the rules of a unit came out for the households of a county, as a query with filter, code and bits (as text) in the order of
-- the list. The filter of a rule is its unit and column, the codes are those of the verdicts; members of one household may have
-- several. Sixteen households make a word, with a field of sixteen bits for each of fail, pass, not applicable and unknown, so that
-- one sum a rule reads its outcomes once. A rule that is not in force here is not applicable to whoever has a verdict.
create function verdicts.rule_bits(rule_unit text, county text, book_year int) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select format($query$
    select unnest(array[%1$s]) as filter, unnest(array[%2$s]) as code, unnest(array[%3$s]) as bits
    from (
      select w.* from generate_series(0, (
        select length(b.bits) / 16 - 1 from verdicts.list_bits b
        where b.county_code = %4$L and b.year = %5$s and b.filter = 'all' and b.code = '')) place (at)
      left join (
        select v.at, bit_or(1 << v.spot) as known %6$s
        from (
          select p.place / 16 as at, 15 - p.place %% 16 as spot, v.*
          from verdicts.list_place p join verdicts.%7$I v on v.household_id = p.household_id
          where p.county_code = %4$L and p.year = %5$s and v.county_code = %4$L and v.year = %5$s
        ) v group by v.at
      ) w using (at) order by at
    ) w $query$,
    string_agg(format('%L', rule_unit || '.' || name), ', ' order by ordinal, field),
    string_agg(format('%L', code), ', ' order by ordinal, field),
    string_agg(format('string_agg(coalesce(w.%I >> %s, 0)::bit(16)::text, %L)', case when holds then name else 'known' end,
      case when holds then field * 16 else 0 end, ''), ', ' order by ordinal, field),
    county, book_year,
    string_agg(format(', bit_or(1::bigint << (coalesce(v.%1$I, 3) * 16 + v.spot)) as %1$I', name), '' order by ordinal)
      filter (where holds and field = 0),
    case rule_unit when 'household' then 'verdict' else 'member_verdict' end)
  from (
    select ordinal, 'r' || lpad(ordinal::text, 3, '0') as name, verdicts.rule_holds(r, county, book_year) as holds
    from verdicts.rule r where r.unit = rule_unit and r.active
  ) used
  join (values ('0', 0), ('1', 1), ('2', 2), ('unknown', 3)) kind (code, field) on holds or field = 2
  having count(*) > 0
$$;

-- Adds the bits of rules to those of the list, for the places that `rebuild_list` has just numbered; returns how many rows.
create function verdicts.rebuild_rule_bits(county text, book_year int) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp
set max_parallel_workers_per_gather = 0 set enable_nestloop = off as $$
declare
  rule_unit text;
  rows integer;
  total integer := 0;
begin
  perform verdicts.require_county(county, book_year);
  foreach rule_unit in array array['household', 'member'] loop
    execute format($query$
      with known as materialized (%3$s)
      insert into verdicts.list_bits (county_code, year, filter, code, area_code, version, bits)
      select b.county_code, b.year, k.filter, k.code, b.area_code, b.version, k.bits::bit varying
      from (
        select filter, code, bits from known where position('1' in bits) > 0
        union all select distinct filter, '', '' from known
      ) k
      join verdicts.list_bits b on b.county_code = %1$L and b.year = %2$s and b.filter = 'all' and b.code = ''
    $query$, county, book_year, coalesce(verdicts.rule_bits(rule_unit, county, book_year),
      'select null::text as filter, null::text as code, null::text as bits where false'));
    get diagnostics rows = row_count;
    total := total + rows;
  end loop;
  return total;
end $$;

-- Adds the bits of periods. A period has a `filter` and names columns of the facts: `start`, the month from which it is counted;
-- `among`, counts that have to be above zero; `lacks`, what must not be on record. Its codes are the year and the month in which
-- it began for a household, each apart, or that something needed for it is missing.
create function verdicts.rebuild_period_bits(county text, book_year int, periods jsonb) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp
set max_parallel_workers_per_gather = 0 set enable_nestloop = off as $$
declare
  period jsonb;
  needed text[];
  written integer;
  total integer := 0;
begin
  perform verdicts.require_county(county, book_year);
  for period in select value from jsonb_array_elements(periods) loop
    needed := array[period ->> 'start'] || array(select jsonb_array_elements_text(period -> 'among'));
    execute format($query$
      with coded as (
        select unnest(case when %4$s then array['unknown']
          when %5$s then array['y' || f.%6$I / 100, 'm' || lpad((f.%6$I %% 100)::text, 2, '0')] end) as code, p.place
        from verdicts.fact f
        join verdicts.list_place p on p.county_code = %1$L and p.year = %2$s and p.household_id = f.household_id
        where f.county_code = %1$L and f.year = %2$s and f.monitor_category is not null and f.eliminated is not true and %7$s
      ), word as (
        select code, place / 64 as at, bit_or(1::bigint << (63 - place %% 64)) as mask from coded group by 1, 2
      ), known as (
        select code, string_agg(repeat('0', 64 * (at - before - 1)) || mask::bit(64)::text, '' order by at) as bits
        from (select *, lag(at, 1, -1) over (partition by code order by at) as before from word) w group by code
        union all select '', ''
      )
      insert into verdicts.list_bits (county_code, year, filter, code, area_code, version, bits)
      select b.county_code, b.year, %3$L, k.code, b.area_code, b.version,
        case k.code when '' then '' else rpad(k.bits, length(b.bits), '0')::bit varying end
      from known k join verdicts.list_bits b on b.county_code = %1$L and b.year = %2$s and b.filter = 'all' and b.code = ''
    $query$, county, book_year, period ->> 'filter',
      (select string_agg(format('f.%I is null', name), ' or ') from unnest(needed) name),
      (select coalesce(string_agg(format('f.%I > 0', name), ' and '), 'true')
        from jsonb_array_elements_text(period -> 'among') name),
      period ->> 'start',
      (select coalesce(string_agg(format('f.%I is not true', name), ' and '), 'true')
        from jsonb_array_elements_text(period -> 'lacks') name));
    get diagnostics written = row_count;
    total := total + written;
  end loop;
  return total;
end $$;

-- Sets the bits of one household after an edit. `had` holds its codes by filter, none or several of each; filters that are not
-- among them, and those whose bits are not known, stay as they are.
create or replace function verdicts.refresh_list(county text, household uuid, book_year int, had jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  spot integer;
begin
  select p.place into spot from verdicts.list_place p
  where p.county_code = county and p.household_id = household and p.year = book_year
    and p.area_code between nullif(current_setting('jingzhun.area_low', true), '')
      and nullif(current_setting('jingzhun.area_high', true), '');
  if spot is null or not exists (
    select from verdicts.list_bits b where b.county_code = county and b.year = book_year and b.code <> '' and had ? b.filter
      and get_bit(b.bits, spot) <> ((had -> b.filter) ? b.code)::int
    union all
    select from verdicts.list_bits b cross join jsonb_array_elements_text(had -> b.filter) h (code)
    where b.county_code = county and b.year = book_year and b.code = '' and had ? b.filter
      and not exists (select from verdicts.list_bits o where o.county_code = county and o.year = book_year
        and o.filter = b.filter and o.code = h.code)
  ) then return; end if;
  -- Edits of one county set bits one after the other; the row of all households is the lock.
  perform from verdicts.list_bits b
  where b.county_code = county and b.year = book_year and b.filter = 'all' and b.code = '' for update;
  insert into verdicts.list_bits (county_code, year, filter, code, area_code, version, bits)
  select county, book_year, known.filter, h.code, b.area_code, b.version, b.bits & ~b.bits
  from verdicts.list_bits b
  join verdicts.list_bits known on known.county_code = county and known.year = book_year and known.code = ''
    and had ? known.filter
  cross join jsonb_array_elements_text(had -> known.filter) h (code)
  where b.county_code = county and b.year = book_year and b.filter = 'all' and b.code = ''
  on conflict (county_code, year, filter, code) do nothing;
  update verdicts.list_bits b
  set bits = set_bit(b.bits, spot, ((had -> b.filter) ? b.code)::int)
  where b.county_code = county and b.year = book_year and b.code <> '' and had ? b.filter
    and get_bit(b.bits, spot) <> ((had -> b.filter) ? b.code)::int;
end $$;

revoke all on function verdicts.rule_bits(text, text, int) from public;
do $$
declare name text;
begin
  foreach name in array array['rebuild_rule_bits(text, int)', 'rebuild_period_bits(text, int, jsonb)'] loop
    execute format('revoke all on function verdicts.%s from public', name);
    execute format('grant execute on function verdicts.%s to jingzhun_app', name);
  end loop;
end $$;

-- What was evaluated before gets the bits of its rules now; those of periods come with the next evaluation.
do $$
declare
  book record;
begin
  perform set_config('jingzhun.area_low', '000000000000', true), set_config('jingzhun.area_high', '999999999999', true);
  for book in select county_code, year from verdicts.list_bits where filter = 'all' and code = '' loop
    perform verdicts.rebuild_rule_bits(book.county_code, book.year);
  end loop;
end $$;
