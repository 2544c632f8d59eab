-- Targets (计划数) stand beside the figures of the register (系统数) and are never mixed with them (design law 3). A row is what
-- one document says for one place and year; a correction keeps the former number, document and quote in the audit record.
do $$ begin perform set_config('citus.multi_shard_modify_mode', 'sequential', true); end $$;

create schema targets;
grant usage on schema targets to jingzhun_app;

create table targets.target (
  area_code text collate "C" not null constraint target_area_check check (area_code ~ '^[0-9]{12}$'),
  year smallint not null,
  kind text not null,
  planned bigint not null constraint target_planned_check check (planned >= 0),
  split boolean not null,
  document text not null,
  document_date date,
  quote text not null,
  entered_at timestamptz not null,
  constraint target_pk primary key (area_code, year, kind)
);
comment on table targets.target is 'A planned number of a place and year with the document it comes from';
comment on column targets.target.kind is 'An id of policies/targets.yaml';
comment on column targets.target.split is 'False: the document gives one number for several places below and no parts (未分解)';
select app_place('targets.target', 'reference');
select app_secure('targets.target');
grant select, insert, update on targets.target to jingzhun_app;
