-- Facts, rules, verdicts and the rollup. Facts and verdicts are partitioned by county and year, so that an evaluation
-- builds a new partition and swaps it in one transaction. The app has rights on the parents only: row security holds.
do $$ begin perform set_config('citus.multi_shard_modify_mode', 'sequential', true); end $$;

create table verdicts.line (
  kind text not null,
  year smallint not null,
  scope text collate "C" not null,
  amount bigint,
  income_concept text not null,
  formula text,
  source jsonb not null,
  constraint line_pk primary key (kind, year, scope)
);
comment on table verdicts.line is 'Poverty and monitoring lines in fen by year and place (scope: leading digits, empty: the country)';
comment on column verdicts.line.amount is 'null: the place has a formula of its own without one amount, so the line of the country does not hold';

create table verdicts.county_line (
  county_code text collate "C" not null,
  year smallint not null,
  poverty_line bigint,
  monitoring_line bigint,
  constraint county_line_pk primary key (county_code, year)
);
comment on table verdicts.county_line is 'The lines that hold in a county and year: the most specific scope wins';

create table verdicts.rule (
  id text not null constraint rule_pk primary key,
  unit text not null constraint rule_unit_check check (unit in ('household', 'member')),
  ordinal smallint not null,
  version text not null,
  active boolean not null,
  scope text collate "C" not null,
  valid_from date not null,
  valid_to date,
  expression text not null,
  definition jsonb not null,
  constraint rule_ordinal_unique unique (unit, ordinal)
);
comment on table verdicts.rule is 'The rules in force. Ordinal n of a unit is column r<n> of its verdict table.';
comment on column verdicts.rule.expression is 'SQL generated from the rule: 1 pass, 0 fail, 2 not applicable, null unknown';

create table verdicts.fact (
  county_code text collate "C" not null,
  household_id uuid not null,
  year smallint not null,
  area_code text collate "C" not null,
  register_no text collate "C" not null,
  identification_standard text,
  attribute text,
  household_type text,
  exit_status text,
  exit_year smallint,
  main_cause text,
  other_causes text[],
  not_exit_reasons text[],
  registered_persons integer,
  phone_known boolean,
  persons integer,
  heads integer,
  labourers integer,
  workers integer,
  longest_work_months integer,
  school_age_children integer,
  dropouts integer,
  vocational_students integer,
  uninsured integer,
  disabled integer,
  severely_disabled integer,
  seriously_ill integer,
  chronically_ill integer,
  minimum_living_persons integer,
  destitute_persons integer,
  public_posts integer,
  wage bigint,
  production bigint,
  production_cost bigint,
  property bigint,
  transfer bigint,
  minimum_living bigint,
  pension bigint,
  gross_income bigint,
  net_income bigint,
  insurance_claim bigint,
  compliant_payment bigint,
  reference_income bigint,
  per_head_reported bigint,
  poverty_line bigint,
  monitoring_line bigint,
  house_grade text,
  house_structure text,
  house_safety text,
  house_area double precision,
  dangerous_house boolean,
  water_safe boolean,
  water_difficult boolean,
  water_quantity text,
  water_quality text,
  water_access text,
  water_reliability text,
  living_power boolean,
  production_power boolean,
  television boolean,
  hamlet_road boolean,
  road_type text,
  road_distance double precision,
  fuel text,
  sanitary_toilet boolean,
  cooperative boolean,
  farmland double precision,
  irrigated double precision,
  forest double precision,
  returned_forest double precision,
  orchard double precision,
  pasture double precision,
  water_surface double precision,
  food_checked text,
  clothing_checked text,
  education_checked text,
  medical_checked text,
  housing_checked text,
  water_checked text,
  monitor_category text,
  identified_month integer,
  risks text[],
  risk_remark_known boolean,
  disaster_kind text,
  eliminated boolean,
  eliminated_month integer,
  elimination_way text,
  months_to_elimination integer,
  development_measure text,
  no_labour_backstop boolean,
  uninsured_member boolean,
  school_dropout boolean,
  helped_industry boolean,
  helped_job boolean,
  helped_public_post boolean,
  helped_finance boolean,
  helped_health boolean,
  helped_education boolean,
  helped_social boolean,
  helped_safety_net boolean,
  helped_schooling boolean,
  helped_housing boolean,
  helped_water boolean,
  helped_relocation boolean,
  helped_infrastructure boolean,
  helped_living boolean,
  after_house_damaged boolean,
  after_water_damaged boolean,
  after_dropout boolean,
  collector_known boolean,
  helpers integer,
  constraint fact_pk primary key (county_code, household_id, year)
) partition by list (county_code);
comment on table verdicts.fact is 'One wide row a household and year: what rules read. Money in fen, areas in 亩 and ㎡.';

create table verdicts.verdict (
  county_code text collate "C" not null,
  household_id uuid not null,
  year smallint not null,
  area_code text collate "C" not null,
  register_no text collate "C" not null,
  exit_outcome smallint,
  constraint verdict_pk primary key (county_code, household_id, year)
) partition by list (county_code);
comment on table verdicts.verdict is 'Outcome of each household rule: 1 pass, 0 fail, 2 not applicable, null unknown';
comment on column verdicts.verdict.exit_outcome is 'All criteria of the exit standards that hold in the place and year together';

create table verdicts.member_verdict (
  county_code text collate "C" not null,
  member_id uuid not null,
  year smallint not null,
  household_id uuid not null,
  area_code text collate "C" not null,
  constraint member_verdict_pk primary key (county_code, member_id, year)
) partition by list (county_code);
comment on table verdicts.member_verdict is 'Outcome of each member rule, coded as in verdicts.verdict';
create index member_verdict_household on verdicts.member_verdict (county_code, household_id, year);

create table verdicts.evaluation (
  county_code text collate "C" not null,
  id uuid not null,
  area_code text collate "C" not null,
  year smallint not null,
  policy_version text not null,
  households integer not null,
  persons integer not null,
  finished_at timestamptz not null,
  constraint evaluation_pk primary key (county_code, id)
);
comment on table verdicts.evaluation is 'One evaluation of a county and year: the snapshot that a figure names';
create index evaluation_latest on verdicts.evaluation (county_code, year, finished_at);

create table verdicts.rollup (
  county_code text collate "C" not null,
  area_code text collate "C" not null,
  year smallint not null,
  level smallint not null,
  evaluation_id uuid not null,
  households integer not null,
  persons integer not null,
  poor_households integer not null,
  poor_persons integer not null,
  pre_exit_households integer not null,
  pre_exit_persons integer not null,
  lifted_households integer not null,
  lifted_persons integer not null,
  returned_households integer not null,
  returned_persons integer not null,
  monitored_households integer not null,
  monitored_persons integer not null,
  helped_households integer not null,
  exit_pass integer not null,
  exit_fail integer not null,
  exit_unknown integer not null,
  pass integer[] not null,
  fail integer[] not null,
  not_applicable integer[] not null,
  member_rows integer not null,
  member_pass integer[] not null,
  member_fail integer[] not null,
  member_not_applicable integer[] not null,
  constraint rollup_pk primary key (county_code, area_code, year)
);
comment on table verdicts.rollup is 'Counts of villages, townships and the county. Element n of an array belongs to rule ordinal n.';
create index rollup_area on verdicts.rollup (area_code, year);

do $$
declare name text;
begin
  foreach name in array array['fact', 'verdict', 'member_verdict', 'evaluation', 'rollup'] loop
    perform app_place(('verdicts.' || name)::regclass, 'county');
    perform app_secure(('verdicts.' || name)::regclass);
    execute format('grant select, insert, update on verdicts.%I to jingzhun_app', name);
  end loop;
end $$;
grant delete on verdicts.rollup to jingzhun_app;
select app_place('verdicts.line', 'reference');
select app_place('verdicts.county_line', 'reference');
select app_place('verdicts.rule', 'reference');
grant select on verdicts.line, verdicts.county_line, verdicts.rule to jingzhun_app;
