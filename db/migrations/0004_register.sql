-- The register: identity of households and members, and their yearly books. National columns stand in the comments.
do $$ begin perform set_config('citus.multi_shard_modify_mode', 'sequential', true); end $$;

create table registry.household (
  county_code text collate "C" not null,
  id uuid not null,
  area_code text collate "C" not null,
  register_no text collate "C" not null,
  created_at timestamptz not null,
  constraint household_pk primary key (county_code, id),
  constraint household_register_no_unique unique (county_code, register_no)
);
comment on table registry.household is 'Identity of a household (户编号 AAC001). Its facts of a year are in household_year.';

create table registry.household_year (
  county_code text collate "C" not null,
  household_id uuid not null,
  year smallint not null,
  area_code text collate "C" not null,
  register_no text collate "C" not null,
  hamlet text,
  book_status text not null default 'draft'
    constraint household_year_status_check check (book_status in ('draft', 'submitted', 'locked')),
  version integer not null default 1,
  head_member_id uuid,
  head_name text,
  registered_persons smallint,
  identification_standard text,
  attribute text,
  household_type text,
  exit_status text,
  exit_year smallint,
  main_cause text,
  other_causes text[],
  not_exit_reasons text[],
  soldier_family boolean,
  only_child_family boolean,
  two_daughters_family boolean,
  phone_cipher bytea,
  phone_index bytea,
  updated_at timestamptz not null,
  constraint household_year_pk primary key (county_code, household_id, year),
  constraint household_year_household_fk foreign key (county_code, household_id)
    references registry.household (county_code, id)
);
comment on table registry.household_year is 'The book of a year (AC01). exit_status is 系统数 with its import receipt.';
comment on column registry.household_year.identification_standard is '识别标准 AAC005';
comment on column registry.household_year.attribute is '贫困户属性 AAC006';
comment on column registry.household_year.exit_status is '脱贫属性 AAR010: 0 未脱贫, 1 脱贫, 2 预脱贫, 3 返贫';
comment on column registry.household_year.main_cause is '主要致贫原因 AAC007';
comment on column registry.household_year.other_causes is '其他致贫原因 AAC008, at most two';
comment on column registry.household_year.registered_persons is '人数 as the source file says';
create index household_year_list on registry.household_year (county_code, year, register_no);
create index household_year_area on registry.household_year (area_code, year);
create index household_year_phone on registry.household_year (county_code, phone_index) where phone_index is not null;

create table registry.income_statement (
  county_code text collate "C" not null,
  household_id uuid not null,
  year smallint not null,
  area_code text collate "C" not null,
  wage bigint,
  production bigint,
  production_cost bigint,
  property_dividend bigint,
  property_other bigint,
  property_reported bigint,
  family_planning bigint,
  minimum_living bigint,
  destitute_support bigint,
  pension bigint,
  ecology bigint,
  transfer_other bigint,
  transfer_reported bigint,
  insurance_claim bigint,
  compliant_payment bigint,
  per_head_reported bigint,
  property bigint generated always as (
    case when num_nonnulls(property_dividend, property_other) > 0
      then coalesce(property_dividend, 0) + coalesce(property_other, 0) else property_reported end) stored,
  transfer bigint generated always as (
    case when num_nonnulls(family_planning, minimum_living, destitute_support, pension, ecology, transfer_other) > 0
      then coalesce(family_planning, 0) + coalesce(minimum_living, 0) + coalesce(destitute_support, 0)
        + coalesce(pension, 0) + coalesce(ecology, 0) + coalesce(transfer_other, 0)
      else transfer_reported end) stored,
  gross_income bigint generated always as (
    case when num_nonnulls(wage, production, property_dividend, property_other, property_reported, family_planning,
      minimum_living, destitute_support, pension, ecology, transfer_other, transfer_reported) > 0
    then coalesce(wage, 0) + coalesce(production, 0)
      + case when num_nonnulls(property_dividend, property_other) > 0
        then coalesce(property_dividend, 0) + coalesce(property_other, 0) else coalesce(property_reported, 0) end
      + case when num_nonnulls(family_planning, minimum_living, destitute_support, pension, ecology, transfer_other) > 0
        then coalesce(family_planning, 0) + coalesce(minimum_living, 0) + coalesce(destitute_support, 0)
          + coalesce(pension, 0) + coalesce(ecology, 0) + coalesce(transfer_other, 0)
        else coalesce(transfer_reported, 0) end
    end) stored,
  constraint income_statement_pk primary key (county_code, household_id, year),
  constraint income_statement_book_fk foreign key (county_code, household_id, year)
    references registry.household_year (county_code, household_id, year)
);
comment on table registry.income_statement is 'Income of a household and year in fen (AC07). Net income is computed.';
comment on column registry.income_statement.property is '财产性收入: the sum of its items, or the sum the file gave';
comment on column registry.income_statement.transfer is '转移性收入: the sum of its items, or the sum the file gave';
comment on column registry.income_statement.gross_income is
  '家庭年收入 AAC081: an item that is not given counts as none as long as one item is given';
comment on column registry.income_statement.property_reported is '财产性收入 AAC072 where the file has only the sum';
comment on column registry.income_statement.transfer_reported is '转移性收入 AAC085 where the file has only the sum';
comment on column registry.income_statement.per_head_reported is '人均纯收入 AAC082 as the source file says';

create table registry.living_condition (
  county_code text collate "C" not null,
  household_id uuid not null,
  year smallint not null,
  area_code text collate "C" not null,
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
  constraint living_condition_pk primary key (county_code, household_id, year),
  constraint living_condition_book_fk foreign key (county_code, household_id, year)
    references registry.household_year (county_code, household_id, year)
);
comment on table registry.living_condition is 'Production and living conditions (AC30, AC31). Areas in 亩, house_area in ㎡, distance in km.';

create table registry.guarantee (
  county_code text collate "C" not null,
  household_id uuid not null,
  year smallint not null,
  area_code text collate "C" not null,
  food text,
  clothing text,
  education text,
  medical text,
  housing text,
  water text,
  constraint guarantee_pk primary key (county_code, household_id, year),
  constraint guarantee_book_fk foreign key (county_code, household_id, year)
    references registry.household_year (county_code, household_id, year)
);
comment on table registry.guarantee is '两不愁三保障 as people checked it: 01 达标, 02 未达标, 03 不适用; null is not known';

create table registry.monitoring (
  county_code text collate "C" not null,
  household_id uuid not null,
  year smallint not null,
  area_code text collate "C" not null,
  category text,
  identified_month integer,
  risks text[],
  risk_remark text,
  disaster_kind text,
  eliminated boolean,
  eliminated_month integer,
  elimination_way text,
  development_measure text,
  no_labour_backstop boolean,
  uninsured_member boolean,
  school_dropout boolean,
  help_industry text,
  help_job text,
  help_public_post text,
  help_finance text,
  help_health text,
  help_education text,
  help_social text,
  help_safety_net text,
  help_schooling text,
  help_housing text,
  help_water text,
  help_relocation text,
  help_infrastructure text,
  help_living text,
  after_house_damaged boolean,
  after_water_damaged boolean,
  after_dropout boolean,
  collector_name text,
  collector_phone_cipher bytea,
  constraint monitoring_pk primary key (county_code, household_id, year),
  constraint monitoring_book_fk foreign key (county_code, household_id, year)
    references registry.household_year (county_code, household_id, year)
);
comment on table registry.monitoring is '防返贫监测对象: category, risks, help and elimination as the national export says';

create table registry.member (
  county_code text collate "C" not null,
  id uuid not null,
  household_id uuid not null,
  area_code text collate "C" not null,
  person_no text collate "C",
  name text,
  name_chars text[],
  name_initials text collate "C",
  sex text,
  birth_date date,
  ethnicity text,
  id_kind text,
  id_state text not null
    constraint member_id_state_check check (id_state in ('valid', 'missing', 'placeholder', 'length', 'date', 'check')),
  id_sex text,
  id_birth date,
  id_cipher bytea,
  id_index bytea,
  id_tail_index bytea,
  created_at timestamptz not null,
  constraint member_pk primary key (county_code, id),
  constraint member_household_fk foreign key (county_code, household_id)
    references registry.household (county_code, id)
);
comment on table registry.member is 'Identity of a household member (AB01). The id number is encrypted; indexes are keyed HMACs.';
comment on column registry.member.id_state is 'What is wrong with the id number, so that rules need not open it';
create index member_household on registry.member (county_code, household_id);
create index member_id_index on registry.member (county_code, id_index);
create index member_id_tail on registry.member (county_code, id_tail_index);
create index member_name_chars on registry.member using gin (name_chars);
create index member_name_initials on registry.member (name_initials text_pattern_ops);

create table registry.member_year (
  county_code text collate "C" not null,
  member_id uuid not null,
  year smallint not null,
  household_id uuid not null,
  area_code text collate "C" not null,
  relation text,
  birth_year smallint,
  member_status text not null default '1',
  change_reason text,
  change_date date,
  politics text,
  education text,
  school text,
  dropout_reason text,
  health text[],
  disability_class text,
  disability_grade smallint,
  labour text,
  work_place text,
  work_months smallint,
  work_area text,
  work_channel text,
  public_post text,
  public_post_months smallint,
  soldier boolean,
  medical_resident boolean,
  medical_employee boolean,
  serious_illness_insurance boolean,
  pension_resident boolean,
  pension_employee boolean,
  minimum_living boolean,
  destitute boolean,
  phone_cipher bytea,
  phone_index bytea,
  phone_state text constraint member_year_phone_check check (phone_state in ('valid', 'missing', 'invalid')),
  traits_a bigint not null generated always as (
    (relation is not distinct from '01')::int::bigint
    | (labour is not null)::int::bigint << 7
    | coalesce(labour in ('01', '02', '05'), false)::int::bigint << 14
    | (coalesce(work_months > 0, false) or work_place is not null)::int::bigint << 21
    | coalesce(year - birth_year between 6 and 15, false)::int::bigint << 28
    | coalesce(year - birth_year between 6 and 15 and school = '01', false)::int::bigint << 35
    | coalesce(year - birth_year between 6 and 15 and school = '01' and dropout_reason in ('01', '02'), false)::int::bigint << 42
    | (birth_year is null or (year - birth_year between 6 and 15 and school is null))::int::bigint << 49
    | coalesce(school between '10' and '15', false)::int::bigint << 56
  ) stored,
  traits_b bigint not null generated always as (
    coalesce(not medical_resident and medical_employee is not true, false)::int::bigint
    | (medical_resident is null and medical_employee is not true)::int::bigint << 7
    | (coalesce('04' = any (health), false) or disability_class is not null)::int::bigint << 14
    | coalesce(disability_grade between 1 and 2, false)::int::bigint << 21
    | coalesce('03' = any (health), false)::int::bigint << 28
    | coalesce('02' = any (health), false)::int::bigint << 35
    | (minimum_living is true)::int::bigint << 42
    | (destitute is true)::int::bigint << 49
    | (public_post is not null)::int::bigint << 56
  ) stored,
  constraint member_year_pk primary key (county_code, member_id, year),
  constraint member_year_member_fk foreign key (county_code, member_id)
    references registry.member (county_code, id)
);
comment on table registry.member_year is 'A member in the book of a year. member_status 1 and 4 count (AAB015), others left.';
comment on column registry.member_year.birth_year is 'Year of birth as the book has it, so that ages need no other table';
comment on column registry.member_year.traits_a is
  'Nine yes/no traits, seven bits apart: the sum over a household counts all of them at once (decision 0004). From the low
bits: head, labour known, able to work, works, of school age, out of school, out of school for health, school or birth
year unknown, vocational student';
comment on column registry.member_year.traits_b is
  'From the low bits: uninsured, insurance unknown, disabled, severely disabled, seriously ill, chronically ill, on
minimum living allowance, destitute support, holds a public post';
create index member_year_household on registry.member_year (county_code, household_id, year);

create table registry.person_identity (
  year smallint not null,
  id_index bytea not null,
  county_code text collate "C" not null,
  household_id uuid not null,
  constraint person_identity_pk primary key (year, id_index)
);
comment on table registry.person_identity is 'A national id number stands once in the books of a year, over all counties';
create index person_identity_household on registry.person_identity (county_code, household_id, year);

create table registry.helper (
  county_code text collate "C" not null,
  id uuid not null,
  name text not null,
  unit_name text,
  phone_cipher bytea,
  phone_index bytea,
  created_at timestamptz not null,
  constraint helper_pk primary key (county_code, id)
);
comment on table registry.helper is '帮扶责任人. The phone number is unique in a county, as in the national system.';
create unique index helper_phone_unique on registry.helper (county_code, phone_index) where phone_index is not null;

create table registry.helper_assignment (
  county_code text collate "C" not null,
  household_id uuid not null,
  helper_id uuid not null,
  started_on date not null,
  ended_on date,
  area_code text collate "C" not null,
  constraint helper_assignment_pk primary key (county_code, household_id, helper_id, started_on),
  constraint helper_assignment_household_fk foreign key (county_code, household_id)
    references registry.household (county_code, id),
  constraint helper_assignment_helper_fk foreign key (county_code, helper_id)
    references registry.helper (county_code, id)
);
comment on table registry.helper_assignment is '结对: who helps which household from when to when';
create index helper_assignment_helper on registry.helper_assignment (county_code, helper_id);

create table registry.import_batch (
  county_code text collate "C" not null,
  id uuid not null,
  area_code text collate "C" not null,
  person_id uuid not null,
  file_name text not null,
  file_hash bytea not null,
  file_cipher bytea,
  layout text,
  year smallint,
  state text not null
    constraint import_batch_state_check check (state in ('reading', 'ready', 'applying', 'applied', 'refused')),
  preview jsonb,
  problem jsonb,
  created_at timestamptz not null,
  applied_at timestamptz,
  constraint import_batch_pk primary key (county_code, id)
);
comment on table registry.import_batch is 'One file from upload to receipt. The file is kept encrypted until it is applied.';
create index import_batch_recent on registry.import_batch (county_code, created_at);

do $$
declare name text;
begin
  foreach name in array array['household', 'household_year', 'income_statement', 'living_condition', 'guarantee',
    'monitoring', 'member', 'member_year', 'helper', 'helper_assignment', 'import_batch'] loop
    perform app_place(('registry.' || name)::regclass, 'county');
    execute format('grant select, insert, update, delete on registry.%I to jingzhun_app', name);
    if name <> 'helper' then perform app_secure(('registry.' || name)::regclass); end if;
  end loop;
end $$;
select app_place('registry.person_identity', 'local');
select app_secure('registry.helper', 'county_code', 6);
select app_secure('registry.person_identity', 'county_code', 6);
-- Nothing is deleted: members and books keep their rows with a status.
revoke delete on all tables in schema registry from jingzhun_app;
grant select, insert, update, delete on registry.person_identity to jingzhun_app;
