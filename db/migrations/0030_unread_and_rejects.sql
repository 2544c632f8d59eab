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
