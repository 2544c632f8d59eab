-- Nobody said of a household whether it has a helper, or is monitored: it is counted neither among those that have one nor among
-- those without, and a list asks for it by a code of its own (design law 6).
do $$ begin perform set_config('citus.multi_shard_modify_mode', 'sequential', true); end $$;

alter table verdicts.rollup add column unhelped_households integer not null default 0,
  add column unmonitored_households integer not null default 0;
comment on column verdicts.rollup.unhelped_households is
  'Known to have no helper at the end of the year; neither these nor helped_households: not on record';
comment on column verdicts.rollup.unmonitored_households is
  'Known not to be monitored, or the risk eliminated; neither these nor monitored_households: not on record';

-- As before, with helper and monitoring as the facts know them: yes, no, or unknown.
create or replace function verdicts.list_codes(county text, book_year integer)
 returns text
 language sql
 stable
 set search_path = pg_catalog, pg_temp
as $function$
  select format($query$
    select h.household_id, h.exit_status as "exitStatus", h.attribute, h.main_cause as cause,
      case when helped.is_now then 'yes' when helped.household_id is not null or h.no_helper then 'no' else 'unknown' end as helped,
      case when o.category is not null and o.eliminated is not true then 'yes'
        when o.category is not null or o.not_monitored then 'no' else 'unknown' end as monitored,
      case when p.area_code is not null then 'yes' else 'no' end as "poorVillage",
      case when v.household_id is not null then coalesce(v.exit_outcome::text, 'unknown') end as "exitOutcome",
      case when v.exit_outcome = 0 then case %3$s when 0 then null when 1 then 'one' else 'more' end end as "exitFailed"
    from registry.household_year h
    left join (
      select a.household_id, bool_or(a.ended_on is null or a.ended_on > make_date(%2$s, 12, 31)) as is_now
      from registry.helper_assignment a
      where a.county_code = %1$L and a.started_on <= make_date(%2$s, 12, 31) group by a.household_id
    ) helped on helped.household_id = h.household_id
    left join registry.monitoring o on o.county_code = %1$L and o.household_id = h.household_id and o.year = %2$s
    left join registry.poor_village p on p.county_code = %1$L and p.area_code = h.area_code and p.designated_year <= %2$s
    left join verdicts.verdict v on v.county_code = %1$L and v.household_id = h.household_id and v.year = %2$s
    where h.county_code = %1$L and h.year = %2$s
  $query$, county, book_year, verdicts.exit_failed_expression(county, book_year))
$function$;

-- As before, with those who are known to be without a helper, or not monitored.
create or replace function verdicts.rebuild_rollup(county text, book_year integer, evaluation uuid)
 returns integer
 language plpgsql
 security definer
 set search_path = pg_catalog, pg_temp
as $function$
declare
  villages integer;
begin
  perform verdicts.require_county(county, book_year);
  delete from verdicts.rollup where county_code = county and year = book_year;
  execute format($query$
    insert into verdicts.rollup (county_code, area_code, year, level, evaluation_id, households, persons, poor_households,
      poor_persons, pre_exit_households, pre_exit_persons, lifted_households, lifted_persons, returned_households,
      returned_persons, monitored_households, monitored_persons, helped_households, exited_households, exited_persons,
      poor_villages, unhelped_households, unmonitored_households, exit_pass, exit_fail, exit_unknown, pass, fail, not_applicable,
      fail_again, member_rows, member_pass, member_fail, member_not_applicable)
    select %1$L, o.area_code, %2$s, o.level, %3$L, f.households, f.persons, f.poor_households, f.poor_persons,
      f.pre_exit_households, f.pre_exit_persons, f.lifted_households, f.lifted_persons, f.returned_households,
      f.returned_persons, f.monitored_households, f.monitored_persons, f.helped_households,
      f.exited_households, f.exited_persons, f.poor_villages, f.unhelped_households, f.unmonitored_households,
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
        sum(poor_villages) as poor_villages, sum(unhelped_households) as unhelped_households,
        sum(unmonitored_households) as unmonitored_households
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
          count(*) filter (where f.helpers = 0) as unhelped_households,
          count(*) filter (where f.eliminated and f.monitor_category is not null or not f.monitored) as unmonitored_households,
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
end $function$;

-- What was evaluated before is counted from its facts. Its lists read the books for these two filters until it is evaluated again.
do $$
declare
  book record;
begin
  perform set_config('jingzhun.area_low', '000000000000', true), set_config('jingzhun.area_high', '999999999999', true);
  for book in select distinct county_code, year from verdicts.rollup loop
    update verdicts.rollup r set unhelped_households = least(c.unhelped, r.households - r.helped_households),
      unmonitored_households = least(c.unmonitored, r.households - r.monitored_households)
    from (
      select coalesce(village, township, whole) as area_code,
        case when village is not null then 5 when township is not null then 4 else 3 end as level,
        count(*) filter (where no_helper) as unhelped, count(*) filter (where not_monitored) as unmonitored
      from (
        select f.area_code as village, rpad(left(f.area_code, 9), 12, '0') as township,
          rpad(left(f.area_code, 6), 12, '0') as whole, f.helpers = 0 as no_helper,
          f.eliminated and f.monitor_category is not null or not f.monitored as not_monitored
        from verdicts.fact f where f.county_code = book.county_code and f.year = book.year
      ) known group by grouping sets ((village), (township), (whole))
    ) c
    where r.county_code = book.county_code and r.year = book.year and r.area_code = c.area_code and r.level = c.level;
    delete from verdicts.list_bits b
    where b.county_code = book.county_code and b.year = book.year and b.filter in ('helped', 'monitored');
  end loop;
end $$;
