-- A member whose row an import rejected is missing on the books: where more persons are stated (填报人数) than stand there, the
-- size of the household, what is divided by it and every count of zero are unknown (design law 6), no pass by accident.
-- And the same evaluation for half the work: facts come from a function of county and year, whose joins the planner knows to
-- be unique, so that no wide row is copied between them. A payment without its insurance claim (理赔收入) leaves the reference
-- income unknown: what the insurance bore may be all of it.
do $$ begin perform set_config('citus.multi_shard_modify_mode', 'sequential', true); end $$;

drop view verdicts.fact_source;
drop view verdicts.member_count;

-- An empty text is no help: the national export lists what was given.
update registry.monitoring set
  help_industry = nullif(help_industry, ''), help_job = nullif(help_job, ''),
  help_public_post = nullif(help_public_post, ''), help_finance = nullif(help_finance, ''),
  help_health = nullif(help_health, ''), help_education = nullif(help_education, ''),
  help_social = nullif(help_social, ''), help_safety_net = nullif(help_safety_net, ''),
  help_schooling = nullif(help_schooling, ''), help_housing = nullif(help_housing, ''),
  help_water = nullif(help_water, ''), help_relocation = nullif(help_relocation, ''),
  help_infrastructure = nullif(help_infrastructure, ''), help_living = nullif(help_living, '');
alter table registry.monitoring add constraint monitoring_help_check check ('' <> all (array[
  help_industry, help_job, help_public_post, help_finance, help_health, help_education, help_social, help_safety_net,
  help_schooling, help_housing, help_water, help_relocation, help_infrastructure, help_living
]));

alter table verdicts.fact add column members integer;
comment on column verdicts.fact.members is 'Members on the books';
comment on column verdicts.fact.persons is 'Members of the household; unknown where more are stated than stand on the books';

-- The facts of a county's households as the register has them now; verdicts.fact is its kept copy. The columns of
-- verdicts.fact in their order. A count that is above zero is certain as "at least"; zero is certain only when nobody is
-- unknown and nobody missing.
create function verdicts.facts_of(county text, book_year int) returns setof verdicts.fact language sql stable as $$
  select h.county_code, h.household_id, h.year, h.area_code, h.register_no,
    h.identification_standard, h.attribute, h.household_type, h.exit_status, h.exit_year, h.main_cause, h.other_causes,
    h.not_exit_reasons, h.registered_persons::int as registered_persons, h.phone_index is not null as phone_known,
    case when p.complete then coalesce(c.members, 0) end as persons, coalesce(c.heads, 0) as heads,
    case when c.able_to_work > 0 or c.labour_unknown = 0 and p.complete then c.able_to_work end as labourers,
    case when c.workers > 0 or p.complete then c.workers end as workers, c.longest_work_months,
    case when c.school_age > 0 or c.school_unknown = 0 and p.complete then c.school_age end as school_age_children,
    case when c.out_of_school > c.out_of_school_for_health then c.out_of_school - c.out_of_school_for_health
      when c.school_unknown = 0 and p.complete then 0 end as dropouts,
    case when c.vocational_students > 0 or p.complete then c.vocational_students end as vocational_students,
    case when c.uninsured > 0 or c.insurance_unknown = 0 and p.complete then c.uninsured end as uninsured,
    case when c.disabled > 0 or c.disability_unknown = 0 and p.complete then c.disabled end as disabled,
    case when c.severely_disabled > 0 or c.disability_unknown + c.grade_unknown = 0 and p.complete
      then c.severely_disabled end as severely_disabled,
    case when c.seriously_ill > 0 or c.health_unknown = 0 and p.complete then c.seriously_ill end as seriously_ill,
    case when c.chronically_ill > 0 or c.health_unknown = 0 and p.complete then c.chronically_ill end as chronically_ill,
    case when c.minimum_living_persons > 0 or c.minimum_living_unknown = 0 and p.complete
      then c.minimum_living_persons end as minimum_living_persons,
    case when c.destitute_persons > 0 or c.destitute_unknown = 0 and p.complete then c.destitute_persons end as destitute_persons,
    case when c.public_posts > 0 or p.complete then c.public_posts end as public_posts,
    i.wage, i.production, i.production_cost, i.property, i.transfer, i.minimum_living, i.pension,
    i.gross_income, i.gross_income - p.cost as net_income, i.insurance_claim, i.compliant_payment,
    case when i.insurance_claim is not null or i.compliant_payment is null
      then i.gross_income - p.cost + coalesce(i.insurance_claim, 0) - coalesce(i.compliant_payment, 0) end as reference_income,
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
    o.help_industry is not null as helped_industry, o.help_job is not null as helped_job,
    o.help_public_post is not null as helped_public_post, o.help_finance is not null as helped_finance,
    o.help_health is not null as helped_health, o.help_education is not null as helped_education,
    o.help_social is not null as helped_social, o.help_safety_net is not null as helped_safety_net,
    o.help_schooling is not null as helped_schooling, o.help_housing is not null as helped_housing,
    o.help_water is not null as helped_water, o.help_relocation is not null as helped_relocation,
    o.help_infrastructure is not null as helped_infrastructure, o.help_living is not null as helped_living,
    o.after_house_damaged, o.after_water_damaged, o.after_dropout,
    o.collector_phone_cipher is not null as collector_known,
    coalesce(a.helpers, 0) as helpers, coalesce(c.members, 0) as members
  from registry.household_year h
  left join (
    select household_id, members, longest_work_months,
      (a & 127)::int as heads, (a >> 7 & 127)::int as labour_unknown, (a >> 14 & 127)::int as able_to_work,
      (a >> 21 & 127)::int as workers, (a >> 28 & 127)::int as school_age, (a >> 35 & 127)::int as out_of_school,
      (a >> 42 & 127)::int as out_of_school_for_health, (a >> 49 & 127)::int as school_unknown,
      (a >> 56 & 127)::int as vocational_students, (b & 127)::int as uninsured, (b >> 7 & 127)::int as insurance_unknown,
      (b >> 14 & 127)::int as disabled, (b >> 21 & 127)::int as severely_disabled, (b >> 28 & 127)::int as seriously_ill,
      (b >> 35 & 127)::int as chronically_ill, (b >> 42 & 127)::int as minimum_living_persons,
      (b >> 49 & 127)::int as destitute_persons, (b >> 56 & 127)::int as public_posts, (c & 127)::int as health_unknown,
      (c >> 7 & 127)::int as disability_unknown, (c >> 14 & 127)::int as grade_unknown,
      (c >> 21 & 127)::int as minimum_living_unknown, (c >> 28 & 127)::int as destitute_unknown
    from (
      select household_id, count(*)::int as members, max(work_months)::int as longest_work_months,
        verdicts.packed_sum(traits_a) as a, verdicts.packed_sum(traits_b) as b, verdicts.packed_sum(traits_c) as c
      from registry.member_year
      where county_code = county and year = book_year and member_status in ('1', '4') group by household_id
    ) summed
  ) c on c.household_id = h.household_id
  left join registry.income_statement i on i.county_code = county and i.household_id = h.household_id and i.year = book_year
  cross join lateral (
    select case when i.production_cost is not null or coalesce(i.production, 0) = 0 then coalesce(i.production_cost, 0) end as cost,
      coalesce(h.registered_persons <= coalesce(c.members, 0), true) as complete
  ) p
  left join registry.living_condition l on l.county_code = county and l.household_id = h.household_id and l.year = book_year
  left join registry.guarantee g on g.county_code = county and g.household_id = h.household_id and g.year = book_year
  left join registry.monitoring o on o.county_code = county and o.household_id = h.household_id and o.year = book_year
  left join verdicts.county_line n on n.county_code = county and n.year = book_year
  left join (
    select household_id, count(*)::int as helpers from registry.helper_assignment
    where county_code = county and started_on <= make_date(book_year, 12, 31)
      and (ended_on is null or ended_on > make_date(book_year, 12, 31))
    group by household_id
  ) a on a.household_id = h.household_id
  where h.county_code = county and h.year = book_year
$$;
grant execute on function verdicts.facts_of to jingzhun_app;

-- Fills a fresh partition of `target` with `query` and puts it in the place of the old one. Not callable by the app.
create or replace function verdicts.swap_partition(target text, key_column text, county text, book_year int, query text)
returns integer language plpgsql set search_path = pg_catalog, pg_temp
set default_statistics_target = 2 as $$
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
  -- The check proves to ATTACH what it would otherwise read all rows for.
  execute format('alter table verdicts.%I %s, add primary key (county_code, %I, year),
    add constraint right_partition check (county_code = %L and year = %s)', leaf || '_new', required, key_column, county, book_year);
  execute format('drop table if exists verdicts.%I', leaf);
  execute format('alter table verdicts.%I rename to %I', leaf || '_new', leaf);
  execute format('alter index verdicts.%I rename to %I', leaf || '_new_pkey', leaf || '_pkey');
  execute format('alter table verdicts.%I attach partition verdicts.%I for values in (%s)', parent, leaf, book_year);
  execute format('alter table verdicts.%I drop constraint right_partition', leaf);
  -- Statistics of the keys are enough for joins; those of a hundred fact columns would cost more than the facts.
  execute format('analyze verdicts.%I (county_code, %I, year, area_code)', leaf, key_column);
  return written;
end $$;


create or replace function verdicts.rebuild_facts(county text, book_year int) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp
set max_parallel_workers_per_gather = 0 set enable_nestloop = off as $$
begin
  perform verdicts.require_county(county, book_year);
  perform verdicts.resolve_lines(county, book_year);
  return verdicts.swap_partition('fact', 'household_id', county, book_year,
    format('select * from verdicts.facts_of(%L, %s)', county, book_year));
end $$;

-- One outcome from all rules of the exit standards in force: a fail decides, then an unknown; not applicable only when all
-- are. Each rule sets the bit of its outcome, 3 for unknown, and the sixteen sets of bits stand in one array. The rules are
-- written out again because reading their columns would copy the whole row once more.
create or replace function verdicts.exit_expression(county text, book_year int) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select case when count(*) = 0 then 'null::smallint' else format(
    '(''{0,1,0,2,0,1,0,null,0,null,0,null,0,null,0}''::smallint[])[%s]',
    string_agg(format('(1 << coalesce(%s, 3))', expression), ' | ' order by ordinal)) end
  from (
    select distinct r.ordinal, r.expression
    from verdicts.standard s join verdicts.rule r on r.id = any (s.rules)
    where r.unit = 'household' and verdicts.rule_holds(r, county, book_year) and left(county, length(s.scope)) = s.scope
      and s.valid_from <= make_date(book_year, 12, 31) and (s.valid_to is null or s.valid_to >= make_date(book_year, 12, 31))
  ) used
$$;

create or replace function verdicts.rebuild_verdicts(county text, book_year int) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp
set max_parallel_workers_per_gather = 0 as $$
begin
  perform verdicts.require_county(county, book_year);
  return verdicts.swap_partition('verdict', 'household_id', county, book_year, format(
    'select f.county_code, f.household_id, f.year, f.area_code, f.register_no %s, %s as exit_outcome
     from verdicts.fact f where f.county_code = %L and f.year = %s',
    verdicts.rule_columns('household', county, book_year), verdicts.exit_expression(county, book_year), county, book_year));
end $$;

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


-- What was evaluated before took missing members for members that do not exist: it is evaluated again.
delete from verdicts.rollup;
truncate verdicts.fact, verdicts.verdict, verdicts.member_verdict;
