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
grant select, insert, update, delete on registry.import_correction to jingzhun_app;

-- What an import would change, or changed, line by line; personal values are masked.
create table registry.import_difference (
  county_code text collate "C" not null,
  import_id uuid not null,
  position int not null,
  area_code text collate "C" not null,
  kind text not null constraint import_difference_kind_check check (kind in ('new', 'gone', 'changed')),
  register_no text not null,
  field text collate "C",
  label text,
  from_text text,
  to_text text,
  is_hidden boolean not null,
  constraint import_difference_pk primary key (county_code, import_id, position)
);
comment on table registry.import_difference is 'Households that are new, gone or changed by an import, field by field, masked';
comment on column registry.import_difference.field is 'Of a changed household: a key of policies/fields.yaml';
select app_place('registry.import_difference', 'county');
select app_secure('registry.import_difference');
grant select, insert, delete on registry.import_difference to jingzhun_app;

-- Of previews that were kept before: as much as they say.
insert into registry.import_difference
select county_code, id, row_number() over (partition by county_code, id order by kind, place), area_code, kind,
  register_no, field, label, from_text, to_text, is_hidden
from (
  select county_code, id, area_code, 'new' as kind, place, register_no, null as field, null as label, null as from_text,
    null as to_text, false as is_hidden
  from registry.import_batch, jsonb_array_elements_text(preview #> '{diff,newRegisterNos}') with ordinality n (register_no, place)
  union all
  select county_code, id, area_code, 'gone', place, register_no, null, null, null, null, false
  from registry.import_batch, jsonb_array_elements_text(preview #> '{diff,goneRegisterNos}') with ordinality n (register_no, place)
  union all
  select county_code, id, area_code, 'changed', place, one ->> 'registerNo', one ->> 'field', one ->> 'label', one ->> 'from',
    one ->> 'to', (one ->> 'hidden')::boolean
  from registry.import_batch, jsonb_array_elements(preview #> '{diff,changed}') with ordinality n (one, place)
) lines;

-- Who confirmed that an import is written.
alter table registry.import_batch add column applied_by uuid;
comment on column registry.import_batch.applied_by is 'The person who confirmed; person_id is who uploaded';
