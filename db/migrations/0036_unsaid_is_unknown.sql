-- A column that a file does not have says nothing: without a column of a kind of help, of the monitored class or of the
-- helper, nobody knows whether there is one. Only an empty cell below such a column is "none" (design law 6).
do $$ begin perform set_config('citus.multi_shard_modify_mode', 'sequential', true); end $$;

alter table registry.monitoring drop constraint monitoring_help_check;
alter table registry.monitoring add column not_monitored boolean
  constraint monitoring_not_monitored_check check (not_monitored);
alter table registry.household_year add column no_helper boolean
  constraint household_year_no_helper_check check (no_helper);
do $$
declare
  kept text;
begin
  foreach kept in array array['help_industry', 'help_job', 'help_public_post', 'help_finance', 'help_health', 'help_education',
    'help_social', 'help_safety_net', 'help_schooling', 'help_housing', 'help_water', 'help_relocation',
    'help_infrastructure', 'help_living'] loop
    execute format('comment on column registry.monitoring.%I is %L', kept,
      'What was given; empty: a file has the column and its cell is empty, so none; null: nobody said');
  end loop;
end $$;
comment on column registry.monitoring.not_monitored is 'True: a file has the column of the class and its cell is empty; null: it has one, or nobody said';
comment on column registry.household_year.no_helper is 'True: a file has a column of helpers and its cell is empty; null: it names one, or nobody said';

alter table verdicts.fact add column monitored boolean;
comment on column verdicts.fact.helpers is 'At the end of the year; unknown where no file and no assignment ever said';

-- As before, with what nobody said left unknown.
create or replace function verdicts.facts_of(county text, book_year int) returns setof verdicts.fact language sql stable as $$
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
    o.help_industry <> '' as helped_industry, o.help_job <> '' as helped_job,
    o.help_public_post <> '' as helped_public_post, o.help_finance <> '' as helped_finance,
    o.help_health <> '' as helped_health, o.help_education <> '' as helped_education,
    o.help_social <> '' as helped_social, o.help_safety_net <> '' as helped_safety_net,
    o.help_schooling <> '' as helped_schooling, o.help_housing <> '' as helped_housing,
    o.help_water <> '' as helped_water, o.help_relocation <> '' as helped_relocation,
    o.help_infrastructure <> '' as helped_infrastructure, o.help_living <> '' as helped_living,
    o.after_house_damaged, o.after_water_damaged, o.after_dropout,
    o.collector_phone_cipher is not null as collector_known,
    case when a.household_id is not null or h.no_helper then coalesce(a.helpers, 0) end as helpers,
    coalesce(c.members, 0) as members,
    case when o.category is not null then true when o.not_monitored then false end as monitored
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
    select household_id, (count(*) filter (where ended_on is null or ended_on > make_date(book_year, 12, 31)))::int as helpers
    from registry.helper_assignment
    where county_code = county and started_on <= make_date(book_year, 12, 31)
    group by household_id
  ) a on a.household_id = h.household_id
  where h.county_code = county and h.year = book_year
$$;

-- What was evaluated before took a missing column for "none": it is evaluated again. What files said since is kept, and where
-- one of them had such a column and an empty cell is known only after the next import.
delete from verdicts.rollup;
truncate verdicts.fact, verdicts.verdict, verdicts.member_verdict, verdicts.list_bits;

-- Of whom a difference is: the head, masked, and the village, so that a number alone need not be looked up.
alter table registry.import_difference add column masked_head text, add column village text;
comment on column registry.import_difference.masked_head is 'Head of the household, masked: of a new one as the file has it, else as on the books';
