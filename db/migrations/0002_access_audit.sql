-- Who may act, where, and the record of what was done.
do $$ begin perform set_config('citus.multi_shard_modify_mode', 'sequential', true); end $$;

create table access.person (
  id uuid constraint person_pk primary key,
  login text not null constraint person_login_unique unique,
  name text not null,
  password_hash text,
  must_change_password boolean not null default false,
  disabled_at timestamptz,
  created_at timestamptz not null default now()
);
comment on table access.person is 'People who sign in. System actors have no password.';

create table access.role_grant (
  id uuid constraint role_grant_pk primary key,
  person_id uuid not null constraint role_grant_person_fk references access.person (id),
  role text not null,
  area_code text collate "C" not null constraint role_grant_area_check check (area_code ~ '^[0-9]{12}$'),
  helper_id uuid,
  valid_from date not null,
  valid_to date
);
comment on table access.role_grant is 'A role at a place. A person acts under one grant at a time.';
create index role_grant_person on access.role_grant (person_id);

create table access.session (
  token_hash bytea constraint session_pk primary key,
  person_id uuid not null constraint session_person_fk references access.person (id),
  created_at timestamptz not null,
  expires_at timestamptz not null
);
comment on table access.session is 'Signed-in browsers: only the hash of the token is kept.';
create index session_person on access.session (person_id);

create table audit.event (
  id uuid constraint event_pk primary key,
  at timestamptz not null,
  person_id uuid not null,
  grant_id uuid,
  area_code text collate "C" not null,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  detail jsonb not null default '{}'
);
comment on table audit.event is 'Append-only by grant: the app may insert and read, nobody may change.';
create index event_subject on audit.event (subject_kind, subject_id, at);
create index event_area on audit.event (area_code, at);

select app_secure('audit.event');
-- An entry is written in the transaction of its change, also where the actor has no place (a refused sign-in).
create policy write_any on audit.event for insert to jingzhun_app with check (true);

select app_place('access.person', 'local');
select app_place('access.role_grant', 'local');
select app_place('access.session', 'local');
select app_place('audit.event', 'local');

grant select, insert, update on access.person, access.role_grant to jingzhun_app;
grant select, insert, update, delete on access.session to jingzhun_app;
grant select, insert on audit.event to jingzhun_app;
