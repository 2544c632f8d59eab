-- Progress of long work, so that a person can leave the page and come back. The queue itself is graphile-worker's.
do $$ begin perform set_config('citus.multi_shard_modify_mode', 'sequential', true); end $$;

create table job.task (
  id uuid constraint task_pk primary key,
  kind text not null,
  area_code text collate "C" not null,
  person_id uuid not null,
  state text not null constraint task_state_check check (state in ('waiting', 'running', 'done', 'failed')),
  done integer not null default 0,
  total integer not null default 0,
  input jsonb not null,
  result jsonb,
  problem jsonb,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
comment on table job.task is 'One long piece of work: what, where, for whom, how far';
create index task_recent on job.task (person_id, created_at);
create index task_area on job.task (area_code, created_at);

select app_place('job.task', 'local');
select app_secure('job.task');
grant select, insert, update on job.task to jingzhun_app;
