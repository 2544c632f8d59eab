-- The record names the person who asked for what a job did.
do $$ begin perform set_config('citus.multi_shard_modify_mode', 'sequential', true); end $$;

alter table audit.event add column started_by uuid;
comment on column audit.event.started_by is 'The person who asked, when a system actor did it; null when person_id acted himself.';
