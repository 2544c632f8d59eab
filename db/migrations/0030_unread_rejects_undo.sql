-- A sheet that lacks columns it needs is no reason to refuse the file: a person says which columns they are. Until then
-- nothing of the sheet is read.
do $$ begin perform set_config('citus.multi_shard_modify_mode', 'sequential', true); end $$;

alter table registry.import_batch add column unread_sheets jsonb not null default '[]';
comment on column registry.import_batch.unread_sheets is 'Sheets that wait for somebody to say which of their columns hold what is needed';

alter table registry.import_batch drop constraint import_batch_state_check;
alter table registry.import_batch add constraint import_batch_state_check
  check (state in ('reading', 'unmapped', 'ready', 'unchanged', 'rejected', 'applying', 'applied', 'refused', 'failed'));

-- What an import rejected or left out, row by row and grouped by reason, so that every place can be reached.
create table registry.import_reject (
  county_code text collate "C" not null,
  import_id uuid not null,
  kind text collate "C" not null constraint import_reject_kind_check check (kind in ('reject', 'remark')),
  group_number int not null,
  position int not null,
  area_code text collate "C" not null,
  sheet text not null,
  row int not null,
  register_no text,
  label text not null,
  reason_zh text not null,
  reason_en text not null,
  constraint import_reject_pk primary key (county_code, import_id, kind, group_number, position)
);
comment on table registry.import_reject is 'Rows that an import does not take (reject), and values left out of rows that it takes (remark)';
comment on column registry.import_reject.group_number is 'Of the same reason, whatever numbers and names stand in it; the largest group is 1';
comment on column registry.import_reject.position is 'In the order of the file, over all groups';
select app_place('registry.import_reject', 'county');
select app_secure('registry.import_reject');
grant select, insert, delete on registry.import_reject to jingzhun_app;

-- Of previews that were kept before: as much as they say.
insert into registry.import_reject
select county_code, id, kind, dense_rank() over (partition by county_code, id, kind order by size desc, pattern), place,
  area_code, one ->> 'sheet', (one ->> 'row')::int, one ->> 'registerNo', one ->> 'column', one #>> '{reason,zh}', one #>> '{reason,en}'
from (
  select *, count(*) over (partition by county_code, id, kind, pattern) as size
  from (
    select county_code, id, area_code, kind, place, one,
      regexp_replace(one #>> '{reason,zh}', '[“「《"][^”」》"]*[”」》"]|\d+', '…', 'g') as pattern
    from registry.import_batch,
      lateral (values ('reject', preview -> 'rejected'), ('remark', preview -> 'remarks')) kinds (kind, list),
      lateral jsonb_array_elements(list) with ordinality places (one, place)
    where preview is not null
  ) told
) sized;

-- What a written import found, so that the values it changed can be written again as they were. Sealed cells stay sealed.
create table registry.import_household (
  county_code text collate "C" not null,
  import_id uuid not null,
  household_id uuid not null,
  area_code text collate "C" not null,
  register_no text collate "C" not null,
  before jsonb not null,
  frame_hash bytea,
  after_hash bytea,
  left_alone text constraint import_household_left_alone_check
    check (left_alone in ('created', 'composition', 'locked', 'changed')),
  constraint import_household_pk primary key (county_code, import_id, household_id)
);
comment on table registry.import_household is 'A household that an import wrote, as it was before';
comment on column registry.import_household.before is 'Table of registry to its rows of the household and the year; empty without a book';
comment on column registry.import_household.frame_hash is 'SHA-256 of its place, members, id numbers and helpers before';
comment on column registry.import_household.after_hash is 'SHA-256 of all its rows after, without version and time';
comment on column registry.import_household.left_alone is 'Why undoing the import leaves it alone; null when its values are written again';
select app_place('registry.import_household', 'county');
select app_secure('registry.import_household');
grant select, insert, update on registry.import_household to jingzhun_app;

alter table registry.import_batch add column undo jsonb, add column undone_at timestamptz, add column undone_by uuid;
comment on column registry.import_batch.undo is 'Households that can be restored, others, and how many were restored; null when nothing was kept';
alter table registry.import_batch drop constraint import_batch_state_check;
alter table registry.import_batch add constraint import_batch_state_check check (state in ('reading', 'unmapped', 'ready',
  'unchanged', 'rejected', 'applying', 'applied', 'undoing', 'undone', 'refused', 'failed'));
