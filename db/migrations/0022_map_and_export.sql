-- No surveyed boundaries ship: an office uploads its own, with their source and map approval number (审图号), both printed
-- under the map. Each upload is a row of its own, the newest is shown. And what is exported is kept until it is fetched.
do $$ begin perform set_config('citus.multi_shard_modify_mode', 'sequential', true); end $$;

create table registry.area_map (
  area_code text collate "C" not null constraint area_map_area_check check (area_code ~ '^[0-9]{12}$'),
  id uuid not null,
  source text not null constraint area_map_source_check check (source <> ''),
  approval_number text not null constraint area_map_approval_check check (approval_number <> ''),
  file_hash bytea not null,
  outlines jsonb not null,
  person_id uuid not null,
  uploaded_at timestamptz not null,
  constraint area_map_pk primary key (area_code, id)
);
comment on table registry.area_map is 'Boundaries of the places below an area, as they were uploaded; the newest row is shown';
comment on column registry.area_map.outlines is '[{code, rings: [[[longitude, latitude], …], …]}], degrees with five decimals';
comment on column registry.area_map.file_hash is 'SHA-256 of the uploaded file';
select app_place('registry.area_map', 'reference');
select app_secure('registry.area_map');
grant select, insert on registry.area_map to jingzhun_app;

-- What a person had exported from the household list: names are masked, the file is sealed, only that person fetches it, and
-- it is kept for a week.
create table verdicts.household_export (
  id uuid constraint household_export_pk primary key,
  area_code text collate "C" not null,
  person_id uuid not null,
  file_name text not null,
  file_cipher bytea not null,
  household_rows integer not null,
  created_at timestamptz not null
);
comment on table verdicts.household_export is 'A finished export of households; its id is that of the task that made it';
create index household_export_age on verdicts.household_export (created_at);
select app_place('verdicts.household_export', 'local');
select app_secure('verdicts.household_export');
grant select, insert, delete on verdicts.household_export to jingzhun_app;
