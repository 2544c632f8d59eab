-- Counts of members as the members are; an import that broke off can say so; receipts tell what was only left out.
do $$ begin perform set_config('citus.multi_shard_modify_mode', 'sequential', true); end $$;

-- `|` and `<<` bind equally strong and from the left, so without parentheses every trait was shifted by the places of all
-- the later ones too, and each count of a household came out as nothing or nonsense. The view lets go of the columns first.
create or replace view verdicts.member_count with (security_invoker = true) as
select county_code, household_id, year, count(*)::int as persons, max(work_months)::int as longest_work_months,
  0 as heads, 0 as labour_known, 0 as able_to_work, 0 as workers, 0 as school_age, 0 as out_of_school,
  0 as out_of_school_for_health, 0 as school_unknown, 0 as vocational_students, 0 as uninsured, 0 as insurance_unknown,
  0 as disabled, 0 as severely_disabled, 0 as seriously_ill, 0 as chronically_ill, 0 as minimum_living_persons,
  0 as destitute_persons, 0 as public_posts
from registry.member_year
group by county_code, household_id, year;

alter table registry.member_year drop column traits_a, drop column traits_b;
alter table registry.member_year
  add column traits_a bigint not null generated always as (
    (relation is not distinct from '01')::int::bigint
    | ((labour is not null)::int::bigint << 7)
    | (coalesce(labour in ('01', '02', '05'), false)::int::bigint << 14)
    | ((coalesce(work_months > 0, false) or work_place is not null)::int::bigint << 21)
    | (coalesce(year - birth_year between 6 and 15, false)::int::bigint << 28)
    | (coalesce(year - birth_year between 6 and 15 and school = '01', false)::int::bigint << 35)
    | (coalesce(year - birth_year between 6 and 15 and school = '01' and dropout_reason in ('01', '02'), false)::int::bigint << 42)
    | ((birth_year is null or (year - birth_year between 6 and 15 and school is null))::int::bigint << 49)
    | (coalesce(school between '10' and '15', false)::int::bigint << 56)
  ) stored,
  add column traits_b bigint not null generated always as (
    coalesce(not medical_resident and medical_employee is not true, false)::int::bigint
    | ((medical_resident is null and medical_employee is not true)::int::bigint << 7)
    | ((coalesce('04' = any (health), false) or disability_class is not null)::int::bigint << 14)
    | (coalesce(disability_grade between 1 and 2, false)::int::bigint << 21)
    | (coalesce('03' = any (health), false)::int::bigint << 28)
    | (coalesce('02' = any (health), false)::int::bigint << 35)
    | ((minimum_living is true)::int::bigint << 42)
    | ((destitute is true)::int::bigint << 49)
    | ((public_post is not null)::int::bigint << 56)
  ) stored;
comment on column registry.member_year.traits_a is
  'Nine yes/no traits, seven bits apart: the sum over a household counts all of them at once (decision 0004). From the low
bits: head, labour known, able to work, works, of school age, out of school, out of school for health, school or birth
year unknown, vocational student';
comment on column registry.member_year.traits_b is
  'From the low bits: uninsured, insurance unknown, disabled, severely disabled, seriously ill, chronically ill, on
minimum living allowance, destitute support, holds a public post';

create or replace view verdicts.member_count with (security_invoker = true) as
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
  -- A file without the column says nothing about anybody: that is unknown, not nobody.
  case when minimum_living_known > 0 then (b >> 42 & 127)::int end as minimum_living_persons,
  case when destitute_known > 0 then (b >> 49 & 127)::int end as destitute_persons,
  (b >> 56 & 127)::int as public_posts
from (
  select county_code, household_id, year, count(*)::int as persons, max(work_months)::int as longest_work_months,
    count(minimum_living)::int as minimum_living_known, count(destitute)::int as destitute_known,
    sum(traits_a)::bigint as a, sum(traits_b)::bigint as b
  from registry.member_year
  where member_status in ('1', '4')
  group by county_code, household_id, year
) summed;

alter table registry.import_batch drop constraint import_batch_state_check;
alter table registry.import_batch add constraint import_batch_state_check
  check (state in ('reading', 'ready', 'applying', 'applied', 'refused', 'failed'));

-- Previews that were kept before remarks and changed identities were told apart.
update registry.import_batch
set preview = preview || '{"remarks": [], "remarkCount": 0, "identityChanges": [], "identityChangeCount": 0}'
where preview is not null;
