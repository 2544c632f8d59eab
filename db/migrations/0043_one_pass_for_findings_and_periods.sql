-- An evaluation read the verdicts once more for households that fail one matter by two standards, all members once more for those
-- with a finding, and the facts once for each period; and an edit asked every bit of its household several times. Each is one pass now.
do $$ begin perform set_config('citus.multi_shard_modify_mode', 'sequential', true); end $$;

-- Household rules that ask again what others ask, in the place and year, with the columns of those others in rows v of
-- verdicts.verdict.
create function verdicts.repeated_rules(county text, book_year int) returns table (rule text, columns text)
language sql stable set search_path = pg_catalog, pg_temp as $$
  select r.id, string_agg(distinct format('v.r%s', lpad(f.ordinal::text, 3, '0')), ', ')
  from verdicts.standard s
  cross join lateral jsonb_each(s.definition -> 'repeats') repeats (id, firsts)
  cross join lateral jsonb_array_elements_text(repeats.firsts) repeated (id)
  join verdicts.rule r on r.id = repeats.id and r.unit = 'household' and verdicts.rule_holds(r, county, book_year)
  join verdicts.rule f on f.id = repeated.id and f.unit = 'household' and verdicts.rule_holds(f, county, book_year)
  where left(county, length(s.scope)) = s.scope
    and s.valid_from <= make_date(book_year, 12, 31) and (s.valid_to is null or s.valid_to >= make_date(book_year, 12, 31))
  group by r.id
$$;

-- As before, with the households that also fail a rule which this one repeats.
create or replace function verdicts.outcome_counts(rule_unit text, county text, book_year int) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select format($query$
    select coalesce(village, township, county) as area_code,
      case when village is not null then 5 when township is not null then 4 else 3 end as level, summed.*,
      array[%1$s]::int[] as pass, array[%2$s]::int[] as fail, array[%3$s]::int[] as not_applicable,
      array[%9$s]::int[] as again
    from (
      select village, township, county, verdicts.packed_sum(rows) as rows %4$s
      from (
        select v.area_code as village, rpad(left(v.area_code, 9), 12, '0') as township,
          rpad(left(v.area_code, 6), 12, '0') as county, count(*) as rows %5$s
        from verdicts.%6$I v where v.county_code = %7$L and v.year = %8$s group by v.area_code
      ) counted group by grouping sets ((village), (township), (county))
    ) summed $query$,
    string_agg(case when holds then name || ' >> 21 & 2097151' else '0' end, ', ' order by ordinal) filter (where ordinal > 0),
    string_agg(case when holds then name || ' & 2097151' else '0' end, ', ' order by ordinal) filter (where ordinal > 0),
    string_agg(case when holds then name || ' >> 42' else 'rows' end, ', ' order by ordinal) filter (where ordinal > 0),
    string_agg(format(', verdicts.packed_sum(%1$s) as %1$s', name)
      || case when repeated is null then '' else format(', verdicts.packed_sum(%1$s_again) as %1$s_again', name) end, ''
      order by ordinal) filter (where holds),
    string_agg(format(', verdicts.packed_sum(1::bigint << %s * 21) as %s', outcome, name) || case when repeated is null then ''
      else format(', count(*) filter (where %s = 0 and 0 in (%s)) as %s_again', outcome, repeated, name) end, ''
      order by ordinal) filter (where holds),
    case rule_unit when 'household' then 'verdict' else 'member_verdict' end, county, book_year,
    string_agg(case when repeated is null then '0' else name || '_again' end, ', ' order by ordinal) filter (where ordinal > 0))
  from (
    select ordinal, 'r' || lpad(ordinal::text, 3, '0') as name, 'v.r' || lpad(ordinal::text, 3, '0') as outcome,
      verdicts.rule_holds(r, county, book_year) as holds, a.columns as repeated
    from verdicts.rule r
    left join verdicts.repeated_rules(county, book_year) a on a.rule = r.id and rule_unit = 'household'
    where unit = rule_unit
    union all select 0, 'exit_outcome', 'case v.exit_outcome when 3 then 2 else v.exit_outcome end', true, null
      where rule_unit = 'household'
  ) used
$$;

create or replace function verdicts.rebuild_rollup(county text, book_year int, evaluation uuid) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  villages integer;
begin
  perform verdicts.require_county(county, book_year);
  delete from verdicts.rollup where county_code = county and year = book_year;
  execute format($query$
    insert into verdicts.rollup (county_code, area_code, year, level, evaluation_id, households, persons, poor_households,
      poor_persons, pre_exit_households, pre_exit_persons, lifted_households, lifted_persons, returned_households,
      returned_persons, monitored_households, monitored_persons, helped_households, exited_households, exited_persons,
      poor_villages, exit_pass, exit_fail, exit_unknown, pass, fail, not_applicable, fail_again, member_rows, member_pass, member_fail,
      member_not_applicable)
    select %1$L, o.area_code, %2$s, o.level, %3$L, f.households, f.persons, f.poor_households, f.poor_persons,
      f.pre_exit_households, f.pre_exit_persons, f.lifted_households, f.lifted_persons, f.returned_households,
      f.returned_persons, f.monitored_households, f.monitored_persons, f.helped_households,
      f.exited_households, f.exited_persons, f.poor_villages,
      o.exit_outcome >> 21 & 2097151, o.exit_outcome & 2097151,
      o.rows - (o.exit_outcome >> 21 & 2097151) - (o.exit_outcome & 2097151) - (o.exit_outcome >> 42),
      o.pass, o.fail, o.not_applicable, o.again, 0, '{}', '{}', '{}'
    from (%4$s) o
    join (
      select coalesce(village, township, county) as area_code,
        case when village is not null then 5 when township is not null then 4 else 3 end as level,
        sum(households) as households, sum(persons) as persons, sum(poor_households) as poor_households,
        sum(poor_persons) as poor_persons, sum(pre_exit_households) as pre_exit_households,
        sum(pre_exit_persons) as pre_exit_persons, sum(lifted_households) as lifted_households,
        sum(lifted_persons) as lifted_persons, sum(returned_households) as returned_households,
        sum(returned_persons) as returned_persons, sum(monitored_households) as monitored_households,
        sum(monitored_persons) as monitored_persons, sum(helped_households) as helped_households,
        sum(exited_households) as exited_households, sum(exited_persons) as exited_persons,
        sum(poor_villages) as poor_villages
      from (
        select f.area_code as village, rpad(left(f.area_code, 9), 12, '0') as township,
          rpad(left(f.area_code, 6), 12, '0') as county, count(*) as households, coalesce(sum(f.members), 0) as persons,
          count(*) filter (where f.exit_status in ('0', '3')) as poor_households,
          coalesce(sum(f.members) filter (where f.exit_status in ('0', '3')), 0) as poor_persons,
          count(*) filter (where f.exit_status = '2') as pre_exit_households,
          coalesce(sum(f.members) filter (where f.exit_status = '2'), 0) as pre_exit_persons,
          count(*) filter (where f.exit_status = '1') as lifted_households,
          coalesce(sum(f.members) filter (where f.exit_status = '1'), 0) as lifted_persons,
          count(*) filter (where f.exit_status = '3') as returned_households,
          coalesce(sum(f.members) filter (where f.exit_status = '3'), 0) as returned_persons,
          count(*) filter (where f.monitor_category is not null and f.eliminated is not true) as monitored_households,
          coalesce(sum(f.members) filter (where f.monitor_category is not null and f.eliminated is not true), 0)
            as monitored_persons,
          count(*) filter (where f.helpers > 0) as helped_households,
          count(*) filter (where f.exit_status = '1' and f.exit_year = f.year) as exited_households,
          coalesce(sum(f.members) filter (where f.exit_status = '1' and f.exit_year = f.year), 0) as exited_persons,
          (select count(*) from registry.poor_village p where p.county_code = %1$L and p.area_code = f.area_code
            and p.designated_year <= %2$s) as poor_villages
        from verdicts.fact f where f.county_code = %1$L and f.year = %2$s group by f.area_code
      ) counted group by grouping sets ((village), (township), (county))
    ) f on f.area_code = o.area_code and f.level = o.level
  $query$, county, book_year, evaluation, verdicts.outcome_counts('household', county, book_year));
  select count(*) into villages from verdicts.rollup r
  where r.county_code = county and r.year = book_year and r.level = 5;
  return villages;
end $$;

drop function verdicts.rebuild_again;
drop function verdicts.again_counts;

-- As before, without findings: they are the failed quality rules, whose bits come after.
create or replace function verdicts.list_filters() returns text[] language sql immutable set search_path = pg_catalog, pg_temp as $$
  select '{exitStatus,attribute,cause,helped,monitored,poorVillage,exitOutcome,exitFailed}'::text[]
$$;

create or replace function verdicts.list_codes(county text, book_year int) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select format($query$
    select h.household_id, h.exit_status as "exitStatus", h.attribute, h.main_cause as cause,
      case when helped.household_id is not null then 'yes' else 'no' end as helped,
      case when o.household_id is not null then 'yes' else 'no' end as monitored,
      case when p.area_code is not null then 'yes' else 'no' end as "poorVillage",
      case when v.household_id is not null then coalesce(v.exit_outcome::text, 'unknown') end as "exitOutcome",
      case when v.exit_outcome = 0 then case %3$s when 0 then null when 1 then 'one' else 'more' end end as "exitFailed"
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
    where h.county_code = %1$L and h.year = %2$s
  $query$, county, book_year, verdicts.exit_failed_expression(county, book_year))
$$;

-- Adds the bits of findings, from those of the quality rules, and the counts of failed criteria and findings to the rollup of a
-- county and year: a count and the rows behind it are the same bits. After `rebuild_rule_bits`; returns the number of places.
-- Without statistics yet, as in a first evaluation, a nested loop would count the county again for each place.
create or replace function verdicts.rebuild_finding_counts(county text, book_year int) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp
set max_parallel_workers_per_gather = 0 set enable_nestloop = off as $$
declare
  places integer;
  fail_one bit varying;
  found bit varying;
  judged bit varying;
begin
  perform verdicts.require_county(county, book_year);
  select bit_or(b.bits) filter (where b.filter = 'exitFailed' and b.code = 'one'), bit_or(b.bits) filter (where b.filter = 'exitOutcome')
    into fail_one, judged
  from verdicts.list_bits b
  where b.county_code = county and b.year = book_year and b.filter in ('exitFailed', 'exitOutcome') and b.code <> '';
  select coalesce(bit_or(b.bits), judged & ~judged) & judged into found
  from verdicts.rule r
  join verdicts.list_bits b on b.county_code = county and b.year = book_year and b.code = '0'
    and b.filter = r.unit || '.r' || lpad(r.ordinal::text, 3, '0')
  where r.definition ->> 'kind' = 'quality' and verdicts.rule_holds(r, county, book_year);
  delete from verdicts.list_bits b where b.county_code = county and b.year = book_year and b.filter = 'finding';
  insert into verdicts.list_bits (county_code, year, filter, code, area_code, version, bits)
  select b.county_code, b.year, 'finding', k.code, b.area_code, b.version, k.bits
  from (values ('', ''::bit varying), ('yes', found), ('no', judged & ~found)) k (code, bits)
  join verdicts.list_bits b on b.county_code = county and b.year = book_year and b.filter = 'all' and b.code = ''
  where k.code = '' or bit_count(k.bits) > 0;
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

-- Adds the bits of periods. A period has a `filter` and names columns of the facts: `start`, the month from which it is counted;
-- `among`, counts that have to be above zero; `lacks`, what must not be on record. Its codes are the year and the month in which
-- it began for a household, each apart, or that something needed for it is missing.
create or replace function verdicts.rebuild_period_bits(county text, book_year int, periods jsonb) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp
set max_parallel_workers_per_gather = 0 set enable_nestloop = off as $$
declare
  columns text;
  coded text;
  written integer;
begin
  perform verdicts.require_county(county, book_year);
  select string_agg(distinct format(', f.%I', name), '') into columns
  from jsonb_array_elements(periods) period
  cross join lateral jsonb_array_elements_text(period -> 'among' || (period -> 'lacks') || (period -> 'start')) name;
  if columns is null then return 0; end if;
  select string_agg(format($query$
      select %L as filter, unnest(case when %s then array['unknown']
        when %s then array['y' || f.%4$I / 100, 'm' || lpad((f.%4$I %% 100)::text, 2, '0')] end) as code, f.place
      from open f where %5$s $query$,
      period ->> 'filter',
      (select string_agg(format('f.%I is null', name), ' or ')
        from jsonb_array_elements_text(period -> 'among' || (period -> 'start')) name),
      (select coalesce(string_agg(format('f.%I > 0', name), ' and '), 'true')
        from jsonb_array_elements_text(period -> 'among') name),
      period ->> 'start',
      (select coalesce(string_agg(format('f.%I is not true', name), ' and '), 'true')
        from jsonb_array_elements_text(period -> 'lacks') name)), ' union all ') into coded
  from jsonb_array_elements(periods) period;
  execute format($query$
    with open as materialized (
      select p.place %3$s
      from verdicts.fact f
      join verdicts.list_place p on p.county_code = %1$L and p.year = %2$s and p.household_id = f.household_id
      where f.county_code = %1$L and f.year = %2$s and f.monitor_category is not null and f.eliminated is not true
    ), word as (
      select filter, code, place / 64 as at, bit_or(1::bigint << (63 - place %% 64)) as mask
      from (%4$s) coded group by 1, 2, 3
    ), known as (
      select filter, code, string_agg(repeat('0', 64 * (at - before - 1)) || mask::bit(64)::text, '' order by at) as bits
      from (select *, lag(at, 1, -1) over (partition by filter, code order by at) as before from word) w group by filter, code
      union all select value ->> 'filter', '', '' from jsonb_array_elements(%5$L::jsonb)
    )
    insert into verdicts.list_bits (county_code, year, filter, code, area_code, version, bits)
    select b.county_code, b.year, k.filter, k.code, b.area_code, b.version,
      case k.code when '' then '' else rpad(k.bits, length(b.bits), '0')::bit varying end
    from known k join verdicts.list_bits b on b.county_code = %1$L and b.year = %2$s and b.filter = 'all' and b.code = ''
  $query$, county, book_year, columns, coded, periods);
  get diagnostics written = row_count;
  return written;
end $$;

-- Sets the bits of one household after an edit. `had` holds its codes by filter, none or several of each; filters that are not
-- among them, and those whose bits are not known, stay as they are. Edits of one county set bits one after the other: the row of
-- all households is the lock, taken only where a bit changes.
create or replace function verdicts.refresh_list(county text, household uuid, book_year int, had jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  spot integer;
begin
  select p.place into spot from verdicts.list_place p
  where p.county_code = county and p.household_id = household and p.year = book_year
    and p.area_code between nullif(current_setting('jingzhun.area_low', true), '')
      and nullif(current_setting('jingzhun.area_high', true), '');
  if spot is null then return; end if;
  with had_code as materialized (
    select h.filter, c.code from jsonb_each(had) h (filter, codes) cross join lateral jsonb_array_elements_text(h.codes) c (code)
  ), has_bit as materialized (
    select b.filter, b.code, case b.code when '' then 0 else get_bit(b.bits, spot) end as bit
    from verdicts.list_bits b where b.county_code = county and b.year = book_year
  ), changed as materialized (
    select filter, code, (h.code is not null)::int as bit
    from (select * from has_bit where code <> '') b full join had_code h using (filter, code)
    where coalesce(b.bit, 0) <> (h.code is not null)::int and had ? filter
      and filter in (select k.filter from has_bit k where k.code = '')
  )
  insert into verdicts.list_bits (county_code, year, filter, code, area_code, version, bits)
  select county, book_year, c.filter, c.code, b.area_code, b.version, set_bit(b.bits & ~b.bits, spot, c.bit)
  from changed c
  cross join lateral (
    select b.area_code, b.version, b.bits from verdicts.list_bits b
    where b.county_code = county and b.year = book_year and b.filter = 'all' and b.code = '' and c.filter is not null for update
  ) b
  on conflict (county_code, year, filter, code) do update
  set bits = set_bit(list_bits.bits, spot, get_bit(excluded.bits, spot));
end $$;

revoke all on function verdicts.repeated_rules(text, int) from public;
