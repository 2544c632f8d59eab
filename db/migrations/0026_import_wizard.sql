-- Cells of a file that were put right by hand before it was written.
do $$ begin perform set_config('citus.multi_shard_modify_mode', 'sequential', true); end $$;

create table registry.import_correction (
  county_code text collate "C" not null,
  import_id uuid not null,
  sheet text not null,
  row int not null,
  letter text collate "C" not null,
  area_code text collate "C" not null,
  value_cipher bytea,
  is_checked boolean not null,
  person_id uuid not null,
  corrected_at timestamptz not null,
  constraint import_correction_pk primary key (county_code, import_id, sheet, row, letter)
);
comment on table registry.import_correction is 'Cells of an imported file as a person put them right';
comment on column registry.import_correction.value_cipher is 'Sealed; null once the import has ended';
comment on column registry.import_correction.is_checked is 'The preview was made with it';
select app_place('registry.import_correction', 'county');
select app_secure('registry.import_correction');
grant select, insert, update on registry.import_correction to jingzhun_app;
