-- What a task made is kept in one place, whichever task it was: sealed, for the person who asked for it, for a week. Exports
-- of households that wait now are dropped with their table; they are made again on demand.
do $$ begin perform set_config('citus.multi_shard_modify_mode', 'sequential', true); end $$;

drop table verdicts.household_export;

create table job.task_file (
  id uuid constraint task_file_pk primary key,
  area_code text collate "C" not null,
  person_id uuid not null,
  file_name text not null,
  file_cipher bytea not null,
  created_at timestamptz not null
);
comment on table job.task_file is 'A file that a task made; its id is that of the task';
create index task_file_age on job.task_file (created_at);
select app_place('job.task_file', 'local');
select app_secure('job.task_file');
grant select, insert, delete on job.task_file to jingzhun_app;
