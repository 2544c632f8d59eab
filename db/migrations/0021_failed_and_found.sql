-- How many criteria a household fails, and whether anything was found in its data: counted for each place beside the other
-- counts, and asked of single households by the list with the same two expressions.
do $$ begin perform set_config('citus.multi_shard_modify_mode', 'sequential', true); end $$;

alter table verdicts.rollup add column exit_fail_one integer not null default 0,
  add column finding_households integer not null default 0;
comment on column verdicts.rollup.exit_fail_one is 'Of exit_fail: households that fail one criterion only';
comment on column verdicts.rollup.finding_households is 'Households with at least one finding of a quality rule, their own or of a member';

-- The number of criteria that a row v of verdicts.verdict fails. Where several standards hold, the one with more failures
-- counts: an unsafe house is one matter, although two standards name it.
create function verdicts.exit_failed_expression(county text, book_year int) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select case when count(*) = 0 then '0' else format('greatest(%s)', string_agg(failed, ', ')) end
  from (
    select string_agg(format('coalesce((v.r%s = 0)::int, 0)', lpad(r.ordinal::text, 3, '0')), ' + ' order by r.ordinal)
      as failed
    from verdicts.standard s join verdicts.rule r on r.id = any (s.rules)
    where r.unit = 'household' and verdicts.rule_holds(r, county, book_year) and left(county, length(s.scope)) = s.scope
      and s.valid_from <= make_date(book_year, 12, 31) and (s.valid_to is null or s.valid_to >= make_date(book_year, 12, 31))
    group by s.id
  ) of_standard
$$;

-- True of a row v of a verdict table that has a finding: a quality rule of its unit failed.
create function verdicts.finding_expression(rule_unit text, county text, book_year int) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select coalesce(format('(0 in (%s))', string_agg(format('v.r%s', lpad(r.ordinal::text, 3, '0')), ', ' order by r.ordinal)),
    'false')
  from verdicts.rule r
  where r.unit = rule_unit and r.definition ->> 'kind' = 'quality' and verdicts.rule_holds(r, county, book_year)
$$;

-- Adds both counts to the rollup of a county and year, from one pass over each verdict table.
create function verdicts.rebuild_finding_counts(county text, book_year int) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  places integer;
begin
  perform verdicts.require_county(county, book_year);
  execute format($query$
    update verdicts.rollup r set exit_fail_one = c.fail_one, finding_households = c.found
    from (
      select coalesce(village, township, county) as area_code,
        case when village is not null then 5 when township is not null then 4 else 3 end as level,
        sum(fail_one)::int as fail_one, sum(found)::int as found
      from (
        select v.area_code as village, rpad(left(v.area_code, 9), 12, '0') as township,
          rpad(left(v.area_code, 6), 12, '0') as county,
          count(*) filter (where v.exit_outcome = 0 and %3$s = 1) as fail_one,
          count(*) filter (where %4$s or m.household_id is not null) as found
        from verdicts.verdict v
        left join (
          select distinct v.household_id from verdicts.member_verdict v
          where v.county_code = %1$L and v.year = %2$s and %5$s
        ) m on m.household_id = v.household_id
        where v.county_code = %1$L and v.year = %2$s group by v.area_code
      ) counted group by grouping sets ((village), (township), (county))
    ) c
    where r.county_code = %1$L and r.year = %2$s and r.area_code = c.area_code and r.level = c.level
  $query$, county, book_year, verdicts.exit_failed_expression(county, book_year),
    verdicts.finding_expression('household', county, book_year), verdicts.finding_expression('member', county, book_year));
  get diagnostics places = row_count;
  return places;
end $$;
revoke all on function verdicts.rebuild_finding_counts from public;
grant execute on function verdicts.rebuild_finding_counts, verdicts.exit_failed_expression, verdicts.finding_expression
  to jingzhun_app;

-- What was evaluated before gets its counts now.
do $$
declare
  book record;
begin
  perform set_config('jingzhun.area_low', '000000000000', true), set_config('jingzhun.area_high', '999999999999', true);
  for book in select distinct county_code, year from verdicts.rollup loop
    perform verdicts.rebuild_finding_counts(book.county_code, book.year);
  end loop;
end $$;
