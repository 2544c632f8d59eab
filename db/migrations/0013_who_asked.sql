-- The record names the person who asked for what a job did; people and sessions are seen by area, like their roles.
do $$ begin perform set_config('citus.multi_shard_modify_mode', 'sequential', true); end $$;

alter table audit.event add column started_by uuid;
comment on column audit.event.started_by is 'The person who asked, when a system actor did it; null when person_id acted himself.';

-- Which divisions and policies a database holds, as a hash. Older databases have made the table themselves.
create table if not exists public.loaded_sources (hash text constraint loaded_sources_pk primary key);

-- Whoever has a role in the area of the transaction is seen there, and so are his sessions; others are not, also by a
-- statement that forgot to ask. A person is written before his first role.
alter table access.person enable row level security;
create policy role_in_area on access.person to jingzhun_app
  using (nullif(current_setting('jingzhun.area_low', true), '') is not null
    and exists (select from access.role_grant g where g.person_id = person.id))
  with check (true);

alter table access.session enable row level security;
create policy role_in_area on access.session to jingzhun_app
  using (nullif(current_setting('jingzhun.area_low', true), '') is not null
    and exists (select from access.person p where p.id = session.person_id));
