-- How facts, verdicts and the rollup of a county and year are built. These functions belong to the owner and check the
-- scope of the transaction first; rule expressions come only from verdicts.rule, which the app cannot write.
do $$ begin perform set_config('citus.multi_shard_modify_mode', 'sequential', true); end $$;

create table verdicts.standard (
  id text not null constraint standard_pk primary key,
  scope text collate "C" not null,
  valid_from date not null,
  valid_to date,
  rules text[] not null,
  definition jsonb not null
);
comment on table verdicts.standard is 'Exit standards: all rules of the sets that hold in a place and year decide together';
select app_place('verdicts.standard', 'reference');
grant select on verdicts.standard to jingzhun_app;

create table verdicts.policy_state (
  only_row boolean constraint policy_state_pk primary key default true constraint policy_state_check check (only_row),
  version text not null,
  applied_at timestamptz not null
);
comment on table verdicts.policy_state is 'Which version of the policy files is in force';
select app_place('verdicts.policy_state', 'reference');
grant select on verdicts.policy_state to jingzhun_app;

-- Members of a household and year as counts, unpacked from the sums of their traits (decision 0004).
create view verdicts.member_count with (security_invoker = true) as
select county_code, household_id, year, persons, longest_work_months,
  (a & 127)::int as heads,
  (a >> 7 & 127)::int as labour_known,
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
  (b >> 56 & 127)::int as public_posts
from (
  select county_code, household_id, year, count(*)::int as persons, max(work_months)::int as longest_work_months,
    sum(traits_a)::bigint as a, sum(traits_b)::bigint as b
  from registry.member_year
  where member_status in ('1', '4')
  group by county_code, household_id, year
) summed;

-- The line in fen that holds in a county and year: the most specific scope wins; no line is guessed.
create function verdicts.line_of(line_kind text, county text, book_year int) returns bigint
language sql stable set search_path = pg_catalog, pg_temp as $$
  select amount from verdicts.line where kind = line_kind and year = book_year
    and left(county, length(scope)) = scope order by length(scope) desc limit 1
$$;

create view verdicts.fact_source with (security_invoker = true) as
select h.county_code, h.household_id, h.year, h.area_code, h.register_no,
  h.identification_standard, h.attribute, h.household_type, h.exit_status, h.exit_year, h.main_cause, h.other_causes,
  h.not_exit_reasons, h.registered_persons::int as registered_persons, h.phone_index is not null as phone_known,
  coalesce(c.persons, 0) as persons, coalesce(c.heads, 0) as heads, case when c.labour_known > 0 then c.able_to_work end as labourers,
  c.workers, c.longest_work_months,
  case when c.school_age > 0 or c.school_unknown = 0 then c.school_age end as school_age_children,
  case when c.out_of_school > c.out_of_school_for_health then c.out_of_school - c.out_of_school_for_health
    when c.school_unknown > 0 then null else 0 end as dropouts,
  c.vocational_students,
  case when c.uninsured > 0 then c.uninsured when c.insurance_unknown > 0 then null else 0 end as uninsured,
  c.disabled, c.severely_disabled, c.seriously_ill, c.chronically_ill, c.minimum_living_persons, c.destitute_persons,
  c.public_posts,
  i.wage, i.production, i.production_cost, i.property, i.transfer, i.minimum_living, i.pension,
  i.gross_income, i.gross_income - coalesce(i.production_cost, 0) as net_income, i.insurance_claim, i.compliant_payment,
  i.gross_income - coalesce(i.production_cost, 0) + coalesce(i.insurance_claim, 0) - coalesce(i.compliant_payment, 0) as reference_income,
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
  o.help_industry <> '' as helped_industry, o.help_job <> '' as helped_job,
  o.help_public_post <> '' as helped_public_post, o.help_finance <> '' as helped_finance,
  o.help_health <> '' as helped_health, o.help_education <> '' as helped_education,
  o.help_social <> '' as helped_social, o.help_safety_net <> '' as helped_safety_net,
  o.help_schooling <> '' as helped_schooling, o.help_housing <> '' as helped_housing,
  o.help_water <> '' as helped_water, o.help_relocation <> '' as helped_relocation,
  o.help_infrastructure <> '' as helped_infrastructure, o.help_living <> '' as helped_living,
  o.after_house_damaged, o.after_water_damaged, o.after_dropout,
  o.collector_phone_cipher is not null as collector_known,
  coalesce(a.helpers, 0) as helpers
from registry.household_year h
left join verdicts.member_count c
  on c.county_code = h.county_code and c.household_id = h.household_id and c.year = h.year
left join registry.income_statement i
  on i.county_code = h.county_code and i.household_id = h.household_id and i.year = h.year
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

create view verdicts.member_fact_source with (security_invoker = true) as
select y.county_code, y.member_id, y.household_id, y.year, y.area_code,
  y.relation, y.relation = '01' as is_head, m.sex, m.birth_date,
  (y.year - y.birth_year)::int as age, m.ethnicity, m.id_kind, m.id_state, m.id_sex, m.id_birth,
  m.person_no is not null as person_no_known, m.name <> '' as name_known,
  y.member_status, y.change_reason, y.politics, y.education, y.school, y.dropout_reason, y.health, y.disability_class,
  y.disability_grade::int as disability_grade, y.labour, y.work_place, y.work_months::int as work_months,
  y.work_area <> '' as work_area_known, y.work_channel, y.public_post, y.public_post_months::int as public_post_months,
  y.soldier, y.medical_resident, y.medical_employee, y.serious_illness_insurance, y.pension_resident,
  y.pension_employee, y.minimum_living as on_minimum_living, y.destitute as on_destitute, y.phone_state
from registry.member_year y
join registry.member m on m.county_code = y.county_code and m.id = y.member_id
where y.member_status in ('1', '4');

grant select on verdicts.member_count, verdicts.fact_source, verdicts.member_fact_source
  to jingzhun_app;

-- Keeps the lines of a county and year beside its facts, so that a bulk build joins one row instead of asking each time.
create function verdicts.resolve_lines(county text, book_year int) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into verdicts.county_line (county_code, year, poverty_line, monitoring_line)
  select county, book_year, verdicts.line_of('poverty', county, book_year), verdicts.line_of('monitoring', county, book_year)
  on conflict (county_code, year) do update
  set poverty_line = excluded.poverty_line, monitoring_line = excluded.monitoring_line
$$;
revoke all on function verdicts.resolve_lines from public;

-- Fills a fresh partition of `target` with `query` and puts it in the place of the old one. Not callable by the app.
create function verdicts.swap_partition(target text, key_column text, county text, book_year int, query text)
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
  execute format('create table verdicts.%I as select %s from (%s) fresh', leaf || '_new', columns, query);
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
revoke all on function verdicts.swap_partition from public;

create function verdicts.require_county(county text, book_year int) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if county !~ '^[0-9]{6}$' or not public.app_scope_covers(county) then
    raise exception 'verdicts: county % is outside the scope', county using errcode = 'insufficient_privilege';
  end if;
  -- Edits of single households hold this lock shared, so that no edit is lost in a swap.
  perform pg_advisory_xact_lock(county::int, book_year);
end $$;
revoke all on function verdicts.require_county from public;

-- Right after a first import the tables have no statistics yet, and nested loops over the joined books of a county take
-- minutes: the same facts by hash joins take a fraction of a second.
create function verdicts.rebuild_facts(county text, book_year int) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp
set max_parallel_workers_per_gather = 0 set enable_nestloop = off as $$
begin
  perform verdicts.require_county(county, book_year);
  perform verdicts.resolve_lines(county, book_year);
  return verdicts.swap_partition('fact', 'household_id', county, book_year,
    format('select * from verdicts.fact_source where county_code = %L and year = %s', county, book_year));
end $$;

-- The rules of a unit as the rest of a select list: a rule that is not in force in the place and year is not applicable.
create function verdicts.rule_columns(rule_unit text, county text, book_year int) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select coalesce(string_agg(', ' ||
    case when active and left(county, length(scope)) = scope and valid_from <= make_date(book_year, 12, 31)
      and (valid_to is null or valid_to >= make_date(book_year, 12, 31))
    then expression else '2::smallint' end || format(' as r%s', lpad(ordinal::text, 3, '0')), '' order by ordinal), '')
  from verdicts.rule where unit = rule_unit
$$;

-- One outcome from the columns of all rules of the exit standards in force: a fail decides, then an unknown.
create function verdicts.exit_expression(county text, book_year int) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select case when count(*) = 0 then 'null::smallint' else format(
    'case when %s then 0 when %s then null when %s then 2 else 1 end::smallint',
    string_agg(column_name || ' = 0', ' or '), string_agg(column_name || ' is null', ' or '),
    string_agg(column_name || ' = 2', ' and ')) end
  from (
    select distinct 'r' || lpad(r.ordinal::text, 3, '0') as column_name
    from verdicts.standard s join verdicts.rule r on r.id = any (s.rules)
    where r.unit = 'household' and r.active and left(county, length(s.scope)) = s.scope
      and s.valid_from <= make_date(book_year, 12, 31)
      and (s.valid_to is null or s.valid_to >= make_date(book_year, 12, 31))
      and left(county, length(r.scope)) = r.scope and r.valid_from <= make_date(book_year, 12, 31)
      and (r.valid_to is null or r.valid_to >= make_date(book_year, 12, 31))
  ) used
$$;

create function verdicts.rebuild_verdicts(county text, book_year int) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform verdicts.require_county(county, book_year);
  -- offset 0 keeps the planner from computing each rule again inside the exit outcome.
  return verdicts.swap_partition('verdict', 'household_id', county, book_year, format(
    'select judged.*, %s as exit_outcome from (
       select f.county_code, f.household_id, f.year, f.area_code, f.register_no %s
       from verdicts.fact f where f.county_code = %L and f.year = %s offset 0) judged',
    verdicts.exit_expression(county, book_year), verdicts.rule_columns('household', county, book_year), county, book_year));
end $$;

create function verdicts.rebuild_member_verdicts(county text, book_year int) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform verdicts.require_county(county, book_year);
  return verdicts.swap_partition('member_verdict', 'member_id', county, book_year, format(
    'select m.county_code, m.member_id, m.year, m.household_id, m.area_code %s
     from verdicts.member_fact_source m
     join verdicts.fact f on f.county_code = m.county_code and f.household_id = m.household_id and f.year = m.year
     where m.county_code = %L and m.year = %s and f.county_code = %L and f.year = %s',
    verdicts.rule_columns('member', county, book_year), county, book_year, county, book_year));
end $$;

-- Three arrays of counts over the rule columns of a verdict table: pass, fail, not applicable.
create function verdicts.count_arrays(rule_unit text) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select string_agg(format('array[%s]::int[] as %s', counts, name), ', ' order by place)
  from (values (1, 1, 'pass'), (2, 0, 'fail'), (3, 2, 'not_applicable')) kind (place, outcome, name)
  cross join lateral (
    select coalesce(string_agg(format('count(*) filter (where v.r%s = %s)', lpad(ordinal::text, 3, '0'), outcome),
      ', ' order by ordinal), '') as counts
    from verdicts.rule where unit = rule_unit
  ) listed
$$;

create function verdicts.sum_arrays(a integer[], b integer[]) returns integer[]
language sql immutable strict set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(coalesce(x, 0) + coalesce(y, 0) order by place), '{}')
  from unnest(a, b) with ordinality as pair (x, y, place)
$$;
create aggregate verdicts.array_total(integer[]) (sfunc = verdicts.sum_arrays, stype = integer[]);

-- Village rows first, from one pass over facts and verdicts; townships and the county are sums of villages.
create function verdicts.rebuild_rollup(county text, book_year int, evaluation uuid) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  villages integer;
begin
  perform verdicts.require_county(county, book_year);
  delete from verdicts.rollup where county_code = county and year = book_year;
  execute format($query$
    insert into verdicts.rollup (county_code, area_code, year, level, evaluation_id, households, persons,
      poor_households, poor_persons, pre_exit_households, pre_exit_persons, lifted_households, lifted_persons, returned_households, returned_persons,
      monitored_households, monitored_persons, helped_households, exit_pass, exit_fail, exit_unknown,
      pass, fail, not_applicable, member_rows, member_pass, member_fail, member_not_applicable)
    select %1$L, h.area_code, %2$s, 5, %3$L, h.households, h.persons, h.poor_households, h.poor_persons, h.pre_exit_households, h.pre_exit_persons,
      h.lifted_households, h.lifted_persons, h.returned_households, h.returned_persons, h.monitored_households,
      h.monitored_persons, h.helped_households, h.exit_pass, h.exit_fail, h.exit_unknown, h.pass, h.fail,
      h.not_applicable, coalesce(m.member_rows, 0), coalesce(m.pass, '{}'), coalesce(m.fail, '{}'),
      coalesce(m.not_applicable, '{}')
    from (
      select f.area_code, count(*) as households, coalesce(sum(f.persons), 0) as persons,
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
        count(*) filter (where v.exit_outcome = 1) as exit_pass,
        count(*) filter (where v.exit_outcome = 0) as exit_fail,
        count(*) filter (where v.exit_outcome is null) as exit_unknown, %4$s
      from verdicts.fact f
      join verdicts.verdict v on v.county_code = f.county_code and v.household_id = f.household_id and v.year = f.year
      where f.county_code = %1$L and f.year = %2$s and v.county_code = %1$L and v.year = %2$s
      group by f.area_code
    ) h
    left join (
      select v.area_code, count(*) as member_rows, %5$s from verdicts.member_verdict v
      where v.county_code = %1$L and v.year = %2$s group by v.area_code
    ) m on m.area_code = h.area_code
  $query$, county, book_year, evaluation, verdicts.count_arrays('household'), verdicts.count_arrays('member'));
  get diagnostics villages = row_count;
  perform verdicts.sum_rollup(county, book_year, 4, 9);
  perform verdicts.sum_rollup(county, book_year, 3, 6);
  return villages;
end $$;

-- Adds the rows of one level above the villages: `digits` leading digits of the village code name the place.
create function verdicts.sum_rollup(county text, book_year int, target_level int, digits int) returns void
language sql set search_path = pg_catalog, pg_temp as $$
  insert into verdicts.rollup (county_code, area_code, year, level, evaluation_id, households, persons,
    poor_households, poor_persons, pre_exit_households, pre_exit_persons, lifted_households, lifted_persons, returned_households, returned_persons,
    monitored_households, monitored_persons, helped_households, exit_pass, exit_fail, exit_unknown,
    pass, fail, not_applicable, member_rows, member_pass, member_fail, member_not_applicable)
  select county, rpad(left(area_code, digits), 12, '0'), book_year, target_level, evaluation_id, sum(households),
    sum(persons), sum(poor_households), sum(poor_persons), sum(pre_exit_households), sum(pre_exit_persons), sum(lifted_households), sum(lifted_persons),
    sum(returned_households), sum(returned_persons), sum(monitored_households), sum(monitored_persons),
    sum(helped_households), sum(exit_pass), sum(exit_fail), sum(exit_unknown), verdicts.array_total(pass),
    verdicts.array_total(fail), verdicts.array_total(not_applicable), sum(member_rows),
    verdicts.array_total(member_pass), verdicts.array_total(member_fail), verdicts.array_total(member_not_applicable)
  from verdicts.rollup where county_code = county and year = book_year and level = 5
  group by left(area_code, digits), evaluation_id
$$;
revoke all on function verdicts.sum_rollup from public;

-- The app may start these; each checks the scope of the transaction first. Nobody else may.
do $$
declare name text;
begin
  foreach name in array array['rebuild_facts(text, int)', 'rebuild_verdicts(text, int)',
    'rebuild_member_verdicts(text, int)', 'rebuild_rollup(text, int, uuid)'] loop
    execute format('revoke all on function verdicts.%s from public', name);
    execute format('grant execute on function verdicts.%s to jingzhun_app', name);
  end loop;
end $$;
