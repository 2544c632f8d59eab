-- The packed traits of members were wrong: | and << bind equally in PostgreSQL, so that every count but the last was
-- shifted away. Each trait now stands in brackets, and a test counts every trait of a household.
-- Unknown is never counted as no (design law 6): members whose health, disability, allowance or support nobody filled in,
-- and production income without its cost, make the fact unknown. And the same evaluation for less work: the rollup reads
-- facts and verdicts once each, counts three outcomes of a rule in one sum, and skips rules that are not in force.
do $$ begin perform set_config('citus.multi_shard_modify_mode', 'sequential', true); end $$;

drop view verdicts.fact_source;
drop view verdicts.member_count;
alter table registry.member_year drop column traits_a, drop column traits_b,
  add column traits_a bigint not null generated always as (
    (relation is not distinct from '01')::int::bigint
    | ((labour is null and coalesce(year - birth_year >= 16, true))::int::bigint << 7)
    | ((coalesce(labour in ('01', '02', '05'), false))::int::bigint << 14)
    | ((coalesce(work_months > 0, false) or work_place is not null)::int::bigint << 21)
    | ((coalesce(year - birth_year between 6 and 15, false))::int::bigint << 28)
    | ((coalesce(year - birth_year between 6 and 15 and school = '01', false))::int::bigint << 35)
    | ((coalesce(year - birth_year between 6 and 15 and school = '01' and dropout_reason in ('01', '02'), false))::int::bigint << 42)
    | ((birth_year is null or (year - birth_year between 6 and 15 and school is null))::int::bigint << 49)
    | ((coalesce(school between '10' and '15', false))::int::bigint << 56)
  ) stored,
  add column traits_b bigint not null generated always as (
    (coalesce(not medical_resident and medical_employee is not true, false))::int::bigint
    | ((medical_resident is null and medical_employee is not true)::int::bigint << 7)
    | ((coalesce('04' = any (health), false) or disability_class is not null)::int::bigint << 14)
    | ((coalesce(disability_grade between 1 and 2, false))::int::bigint << 21)
    | ((coalesce('03' = any (health), false))::int::bigint << 28)
    | ((coalesce('02' = any (health), false))::int::bigint << 35)
    | ((minimum_living is true)::int::bigint << 42)
    | ((destitute is true)::int::bigint << 49)
    | ((public_post is not null)::int::bigint << 56)
  ) stored,
  add column traits_c bigint not null generated always as (
    (health is null)::int::bigint
    | ((health is null and disability_class is null)::int::bigint << 7)
    | (((coalesce('04' = any (health), false) or disability_class is not null) and disability_grade is null)::int::bigint << 14)
    | ((minimum_living is null)::int::bigint << 21)
    | ((destitute is null)::int::bigint << 28)
  ) stored;
comment on column registry.member_year.traits_a is
  'Nine yes/no traits, seven bits apart: the sum over a household counts all of them at once (decision 0004). From the low
bits: head, grown up of unknown labour, able to work, works, of school age, out of school, out of school for health, school or birth
year unknown, vocational student';
comment on column registry.member_year.traits_b is
  'From the low bits: uninsured, insurance unknown, disabled, severely disabled, seriously ill, chronically ill, on
minimum living allowance, destitute support, holds a public post';
comment on column registry.member_year.traits_c is
  'From the low bits: health unknown, disability unknown, disabled of unknown grade, minimum living allowance unknown,
destitute support unknown';

-- What was evaluated before was counted from the wrong traits: it is not shown any more and is evaluated again.
delete from verdicts.rollup;
truncate verdicts.fact, verdicts.verdict, verdicts.member_verdict;

-- sum(bigint) goes through numeric; the packed traits and counts fit in eight bytes by construction.
create aggregate verdicts.packed_sum(bigint) (sfunc = int8pl, stype = int8, initcond = '0');

create view verdicts.member_count with (security_invoker = true) as
select county_code, household_id, year, persons, longest_work_months,
  (a & 127)::int as heads,
  (a >> 7 & 127)::int as labour_unknown,
  (a >> 14 & 127)::int as able_to_work,
  (a >> 21 & 127)::int as workers,
  (a >> 28 & 127)::int as school_age,
  (a >> 35 & 127)::int as out_of_school,
  (a >> 42 & 127)::int as out_of_school_for_health,
  (a >> 49 & 127)::int as school_unknown,
  (a >> 56 & 127)::int as vocational_students,
  (b & 127)::int as uninsured,
  (b >> 7 & 127)::int as insurance_unknown,
  (b >> 14 & 127)::int as disabled,
  (b >> 21 & 127)::int as severely_disabled,
  (b >> 28 & 127)::int as seriously_ill,
  (b >> 35 & 127)::int as chronically_ill,
  (b >> 42 & 127)::int as minimum_living_persons,
  (b >> 49 & 127)::int as destitute_persons,
  (b >> 56 & 127)::int as public_posts,
  (c & 127)::int as health_unknown,
  (c >> 7 & 127)::int as disability_unknown,
  (c >> 14 & 127)::int as grade_unknown,
  (c >> 21 & 127)::int as minimum_living_unknown,
  (c >> 28 & 127)::int as destitute_unknown
from (
  select county_code, household_id, year, count(*)::int as persons, max(work_months)::int as longest_work_months,
    verdicts.packed_sum(traits_a) as a,
    verdicts.packed_sum(traits_b) as b, verdicts.packed_sum(traits_c) as c
  from registry.member_year
  where member_status in ('1', '4')
  group by county_code, household_id, year
) summed;

-- A count that is above zero is certain as "at least"; zero is certain only when nobody is unknown. An empty cell of a kind
-- of help is no help: the national export lists what was given.
create view verdicts.fact_source with (security_invoker = true) as
select h.county_code, h.household_id, h.year, h.area_code, h.register_no,
  h.identification_standard, h.attribute, h.household_type, h.exit_status, h.exit_year, h.main_cause, h.other_causes,
  h.not_exit_reasons, h.registered_persons::int as registered_persons, h.phone_index is not null as phone_known,
  coalesce(c.persons, 0) as persons, coalesce(c.heads, 0) as heads, case when c.able_to_work > 0 or c.labour_unknown = 0 then c.able_to_work end as labourers,
  c.workers, c.longest_work_months,
  case when c.school_age > 0 or c.school_unknown = 0 then c.school_age end as school_age_children,
  case when c.out_of_school > c.out_of_school_for_health then c.out_of_school - c.out_of_school_for_health
    when c.school_unknown > 0 then null else 0 end as dropouts,
  c.vocational_students,
  case when c.uninsured > 0 or c.insurance_unknown = 0 then c.uninsured end as uninsured,
  case when c.disabled > 0 or c.disability_unknown = 0 then c.disabled end as disabled,
  case when c.severely_disabled > 0 or c.disability_unknown + c.grade_unknown = 0 then c.severely_disabled end
    as severely_disabled,
  case when c.seriously_ill > 0 or c.health_unknown = 0 then c.seriously_ill end as seriously_ill,
  case when c.chronically_ill > 0 or c.health_unknown = 0 then c.chronically_ill end as chronically_ill,
  case when c.minimum_living_persons > 0 or c.minimum_living_unknown = 0 then c.minimum_living_persons end
    as minimum_living_persons,
  case when c.destitute_persons > 0 or c.destitute_unknown = 0 then c.destitute_persons end as destitute_persons,
  c.public_posts,
  i.wage, i.production, i.production_cost, i.property, i.transfer, i.minimum_living, i.pension,
  i.gross_income, i.gross_income - p.cost as net_income, i.insurance_claim, i.compliant_payment,
  i.gross_income - p.cost + coalesce(i.insurance_claim, 0) - coalesce(i.compliant_payment, 0) as reference_income,
  i.per_head_reported,
  case when n.county_code is null then verdicts.line_of('poverty', h.county_code, h.year) else n.poverty_line end as poverty_line,
  case when n.county_code is null then verdicts.line_of('monitoring', h.county_code, h.year) else n.monitoring_line end
    as monitoring_line,
  l.house_grade, l.house_structure, l.house_safety, l.house_area, l.dangerous_house,
  l.water_safe, l.water_difficult, l.water_quantity, l.water_quality, l.water_access, l.water_reliability,
  l.living_power, l.production_power, l.television, l.hamlet_road, l.road_type, l.road_distance,
  l.fuel, l.sanitary_toilet, l.cooperative, l.farmland, l.irrigated,
  l.forest, l.returned_forest, l.orchard,
  l.pasture, l.water_surface,
  g.food as food_checked, g.clothing as clothing_checked, g.education as education_checked,
  g.medical as medical_checked, g.housing as housing_checked, g.water as water_checked,
  o.category as monitor_category, o.identified_month, o.risks, o.risk_remark <> '' as risk_remark_known, o.disaster_kind,
  o.eliminated, o.eliminated_month, o.elimination_way,
  (o.eliminated_month / 100 - o.identified_month / 100) * 12 + o.eliminated_month % 100 - o.identified_month % 100
    as months_to_elimination,
  o.development_measure, o.no_labour_backstop, o.uninsured_member, o.school_dropout,
  coalesce(o.help_industry, '') <> '' as helped_industry, coalesce(o.help_job, '') <> '' as helped_job,
  coalesce(o.help_public_post, '') <> '' as helped_public_post, coalesce(o.help_finance, '') <> '' as helped_finance,
  coalesce(o.help_health, '') <> '' as helped_health, coalesce(o.help_education, '') <> '' as helped_education,
  coalesce(o.help_social, '') <> '' as helped_social, coalesce(o.help_safety_net, '') <> '' as helped_safety_net,
  coalesce(o.help_schooling, '') <> '' as helped_schooling, coalesce(o.help_housing, '') <> '' as helped_housing,
  coalesce(o.help_water, '') <> '' as helped_water, coalesce(o.help_relocation, '') <> '' as helped_relocation,
  coalesce(o.help_infrastructure, '') <> '' as helped_infrastructure, coalesce(o.help_living, '') <> '' as helped_living,
  o.after_house_damaged, o.after_water_damaged, o.after_dropout,
  o.collector_phone_cipher is not null as collector_known,
  coalesce(a.helpers, 0) as helpers
from registry.household_year h
left join verdicts.member_count c
  on c.county_code = h.county_code and c.household_id = h.household_id and c.year = h.year
left join registry.income_statement i
  on i.county_code = h.county_code and i.household_id = h.household_id and i.year = h.year
cross join lateral (
  select case when i.production_cost is not null or coalesce(i.production, 0) = 0 then coalesce(i.production_cost, 0) end as cost
) p
left join registry.living_condition l
  on l.county_code = h.county_code and l.household_id = h.household_id and l.year = h.year
left join registry.guarantee g
  on g.county_code = h.county_code and g.household_id = h.household_id and g.year = h.year
left join registry.monitoring o
  on o.county_code = h.county_code and o.household_id = h.household_id and o.year = h.year
left join verdicts.county_line n on n.county_code = h.county_code and n.year = h.year
left join (
  select a.county_code, a.household_id, y.year, count(*)::int as helpers
  from registry.helper_assignment a
  join registry.household_year y on y.county_code = a.county_code and y.household_id = a.household_id
  where a.started_on <= make_date(y.year, 12, 31) and (a.ended_on is null or a.ended_on > make_date(y.year, 12, 31))
  group by a.county_code, a.household_id, y.year
) a on a.county_code = h.county_code and a.household_id = h.household_id and a.year = h.year;
comment on view verdicts.fact_source is 'The facts of households as the register has them now; verdicts.fact is its kept copy';
grant select on verdicts.member_count, verdicts.fact_source to jingzhun_app;

-- Fills a fresh partition of `target` with `query` and puts it in the place of the old one. Not callable by the app.
create or replace function verdicts.swap_partition(target text, key_column text, county text, book_year int, query text)
returns integer language plpgsql set search_path = pg_catalog, pg_temp
set default_statistics_target = 10 as $$
declare
  parent text := format('%s_%s', target, county);
  leaf text := format('%s_%s', parent, book_year);
  columns text;
  required text;
  written integer;
begin
  select string_agg(quote_ident(attname), ', ' order by attnum),
      string_agg(format('alter column %I set not null', attname), ', ' order by attnum) filter (where attnotnull)
    into columns, required
    from pg_attribute where attrelid = ('verdicts.' || target)::regclass and attnum > 0 and not attisdropped;
  execute format('create table if not exists verdicts.%I partition of verdicts.%I for values in (%L) partition by list (year)',
    parent, target, county);
  -- CREATE TABLE AS writes wide rows a third cheaper than INSERT; the constraints of the parent follow.
  -- A partition is built whole and has its statistics: the first look of autovacuum would cost as much as the build.
  execute format('create table verdicts.%I with (autovacuum_vacuum_insert_threshold = -1,
    autovacuum_analyze_threshold = 2000000000) as select %s from (%s) fresh', leaf || '_new', columns, query);
  get diagnostics written = row_count;
  execute format('alter table verdicts.%I %s, add primary key (county_code, %I, year)',
    leaf || '_new', required, key_column);
  execute format('drop table if exists verdicts.%I', leaf);
  execute format('alter table verdicts.%I rename to %I', leaf || '_new', leaf);
  execute format('alter index verdicts.%I rename to %I', leaf || '_new_pkey', leaf || '_pkey');
  execute format('alter table verdicts.%I attach partition verdicts.%I for values in (%s)', parent, leaf, book_year);
  -- Statistics of the keys are enough for joins; those of a hundred fact columns would cost more than the facts.
  execute format('analyze verdicts.%I (county_code, %I, year, area_code)', leaf, key_column);
  return written;
end $$;

-- Households and persons who left poverty in the year itself, so that a year's exits stand beside its target, and villages
-- on the list of poor villages (贫困村).
alter table verdicts.rollup add column exited_households integer not null default 0,
  add column exited_persons integer not null default 0, add column poor_villages integer not null default 0;

create table registry.poor_village (
  county_code text collate "C" not null,
  area_code text collate "C" not null,
  designated_by text not null constraint poor_village_designated_check check (designated_by in ('national', 'province')),
  designated_year smallint not null,
  source text not null,
  constraint poor_village_pk primary key (county_code, area_code)
);
comment on table registry.poor_village is 'Villages on the list of poor villages (贫困村)';
select app_place('registry.poor_village', 'county');
select app_secure('registry.poor_village');
grant select, insert, update on registry.poor_village to jingzhun_app;

-- Is the rule in force in the county and year?
create function verdicts.rule_holds(r verdicts.rule, county text, book_year int) returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select r.active and left(county, length(r.scope)) = r.scope and r.valid_from <= make_date(book_year, 12, 31)
    and (r.valid_to is null or r.valid_to >= make_date(book_year, 12, 31))
$$;

-- The rules of a unit as the rest of a select list: a rule that is not in force in the place and year is not applicable.
create or replace function verdicts.rule_columns(rule_unit text, county text, book_year int) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select coalesce(string_agg(format(', %s as r%s',
    case when verdicts.rule_holds(r, county, book_year) then expression else '2::smallint' end,
    lpad(ordinal::text, 3, '0')), '' order by ordinal), '')
  from verdicts.rule r where unit = rule_unit
$$;

-- The outcomes of all rules in the villages, townships and the county, as a query with area_code, level, rows, pass, fail
-- and not_applicable; element n of an array belongs to ordinal n. One sum a rule and village counts fails, passes and
-- not applicable in three fields of 21 bits (two million rows a village); exit_outcome is counted the same way.
create function verdicts.outcome_counts(rule_unit text, county text, book_year int) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select format($query$
    select coalesce(village, township, county) as area_code,
      case when village is not null then 5 when township is not null then 4 else 3 end as level, summed.*,
      array[%1$s]::int[] as pass, array[%2$s]::int[] as fail, array[%3$s]::int[] as not_applicable
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
    string_agg(format(', verdicts.packed_sum(%1$s) as %1$s', name), '' order by ordinal) filter (where holds),
    string_agg(format(', verdicts.packed_sum(1::bigint << v.%1$s * 21) as %1$s', name), '' order by ordinal) filter (where holds),
    case rule_unit when 'household' then 'verdict' else 'member_verdict' end, county, book_year)
  from (
    select ordinal, 'r' || lpad(ordinal::text, 3, '0') as name, verdicts.rule_holds(r, county, book_year) as holds
    from verdicts.rule r where unit = rule_unit
    union all select 0, 'exit_outcome', true where rule_unit = 'household'
  ) used
$$;

-- Villages, townships and the county from one pass over facts and one over verdicts. Members follow in their own step.
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
      poor_villages, exit_pass, exit_fail, exit_unknown, pass, fail, not_applicable, member_rows, member_pass, member_fail, member_not_applicable)
    select %1$L, o.area_code, %2$s, o.level, %3$L, f.households, f.persons, f.poor_households, f.poor_persons,
      f.pre_exit_households, f.pre_exit_persons, f.lifted_households, f.lifted_persons, f.returned_households,
      f.returned_persons, f.monitored_households, f.monitored_persons, f.helped_households,
      f.exited_households, f.exited_persons, f.poor_villages,
      o.exit_outcome >> 21 & 2097151, o.exit_outcome & 2097151,
      o.rows - (o.exit_outcome >> 21 & 2097151) - (o.exit_outcome & 2097151) - (o.exit_outcome >> 42),
      o.pass, o.fail, o.not_applicable, 0, '{}', '{}', '{}'
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
          rpad(left(f.area_code, 6), 12, '0') as county, count(*) as households, coalesce(sum(f.persons), 0) as persons,
          count(*) filter (where f.exit_status in ('0', '3')) as poor_households,
          coalesce(sum(f.persons) filter (where f.exit_status in ('0', '3')), 0) as poor_persons,
          count(*) filter (where f.exit_status = '2') as pre_exit_households,
          coalesce(sum(f.persons) filter (where f.exit_status = '2'), 0) as pre_exit_persons,
          count(*) filter (where f.exit_status = '1') as lifted_households,
          coalesce(sum(f.persons) filter (where f.exit_status = '1'), 0) as lifted_persons,
          count(*) filter (where f.exit_status = '3') as returned_households,
          coalesce(sum(f.persons) filter (where f.exit_status = '3'), 0) as returned_persons,
          count(*) filter (where f.monitor_category is not null and f.eliminated is not true) as monitored_households,
          coalesce(sum(f.persons) filter (where f.monitor_category is not null and f.eliminated is not true), 0)
            as monitored_persons,
          count(*) filter (where f.helpers > 0) as helped_households,
          count(*) filter (where f.exit_status = '1' and f.exit_year = f.year) as exited_households,
          coalesce(sum(f.persons) filter (where f.exit_status = '1' and f.exit_year = f.year), 0) as exited_persons,
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

create function verdicts.rebuild_member_rollup(county text, book_year int) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  places integer;
begin
  perform verdicts.require_county(county, book_year);
  execute format($query$
    update verdicts.rollup r set member_rows = m.rows, member_pass = m.pass, member_fail = m.fail,
      member_not_applicable = m.not_applicable
    from (%3$s) m
    where r.county_code = %1$L and r.year = %2$s and r.area_code = m.area_code and r.level = m.level
  $query$, county, book_year, verdicts.outcome_counts('member', county, book_year));
  get diagnostics places = row_count;
  return places;
end $$;
revoke all on function verdicts.rebuild_member_rollup from public;
grant execute on function verdicts.rebuild_member_rollup to jingzhun_app;
drop function verdicts.sum_rollup;
drop function verdicts.count_arrays;

-- Parallel workers hand wide rows through queues: more CPU for the same time.
alter function verdicts.rebuild_verdicts(text, int) set max_parallel_workers_per_gather = 0;
alter function verdicts.rebuild_member_verdicts(text, int) set max_parallel_workers_per_gather = 0;
