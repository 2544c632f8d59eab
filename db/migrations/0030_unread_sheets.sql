-- A sheet that lacks columns it needs is no reason to refuse the file: a person says which columns they are. Until then
-- nothing of the sheet is read.
do $$ begin perform set_config('citus.multi_shard_modify_mode', 'sequential', true); end $$;

alter table registry.import_batch add column unread_sheets jsonb not null default '[]';
comment on column registry.import_batch.unread_sheets is 'Sheets that wait for somebody to say which of their columns hold what is needed';

alter table registry.import_batch drop constraint import_batch_state_check;
alter table registry.import_batch add constraint import_batch_state_check
  check (state in ('reading', 'unmapped', 'ready', 'unchanged', 'rejected', 'applying', 'applied', 'refused', 'failed'));
