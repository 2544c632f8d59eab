-- What the columns of a file mean, as a person said it: kept for the next file of the same layout.
do $$ begin perform set_config('citus.multi_shard_modify_mode', 'sequential', true); end $$;

create table registry.import_mapping (
  county_code text collate "C" not null,
  area_code text collate "C" not null,
  fingerprint text collate "C" not null constraint import_mapping_fingerprint_check check (fingerprint ~ '^[0-9a-f]{64}$'),
  columns jsonb not null,
  person_id uuid not null,
  mapped_at timestamptz not null,
  constraint import_mapping_pk primary key (county_code, area_code, fingerprint)
);
comment on table registry.import_mapping is 'Columns of a file layout that a person mapped, for the files of a place';
comment on column registry.import_mapping.area_code is 'Of the imports that the mapping is for';
comment on column registry.import_mapping.fingerprint is 'SHA-256 of the labels of the header';
comment on column registry.import_mapping.columns is 'Label to a key of policies/fields.yaml, or null for a column that is left out';
select app_place('registry.import_mapping', 'county');
select app_secure('registry.import_mapping');
grant select, insert, update, delete on registry.import_mapping to jingzhun_app;

-- Previews that were kept before knew no mapping. Their fingerprint is one that no header has.
update registry.import_batch
set preview = jsonb_set(preview, '{sheets}', coalesce((
  select jsonb_agg(sheet || jsonb_build_object('fingerprint', repeat('0', 64), 'mappedAt', null, 'columns', coalesce((
      select jsonb_agg(one || '{"isChosen": false}'::jsonb order by at)
      from jsonb_array_elements(sheet -> 'columns') with ordinality columns (one, at)), '[]')) order by place)
  from jsonb_array_elements(preview -> 'sheets') with ordinality sheets (sheet, place)), '[]'))
where preview is not null;
