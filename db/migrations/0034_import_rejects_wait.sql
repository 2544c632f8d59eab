-- A rejected row waits until a later file names its household, or its reader says that he need not be reminded.
do $$ begin perform set_config('citus.multi_shard_modify_mode', 'sequential', true); end $$;

alter table registry.import_reject add column named_by uuid;
comment on column registry.import_reject.named_by is 'A later import of the same layout and year that names this household number';
grant update (named_by) on registry.import_reject to jingzhun_app;

alter table registry.import_batch add column closed_at timestamptz, add column closed_reason text;
comment on column registry.import_batch.closed_at is 'When the uploader said that nobody need be reminded of its rejected rows';

-- Of later imports that were kept before it is known what they wrote and what they rejected.
update registry.import_reject r set named_by = n.import_id
from registry.import_batch b, (
  select county_code, import_id, register_no from registry.import_household
  union select county_code, import_id, register_no from registry.import_reject where register_no is not null) n,
  registry.import_batch later
where r.kind = 'reject' and b.county_code = r.county_code and b.id = r.import_id
  and n.county_code = r.county_code and n.register_no = r.register_no
  and later.county_code = n.county_code and later.id = n.import_id
  and later.layout = b.layout and later.year = b.year and later.created_at > b.created_at;

-- How many differences there are, also those that are too many to be kept. Those kept before are all that is known of them.
alter table registry.import_batch add column difference_counts jsonb not null default '[]';
comment on column registry.import_batch.difference_counts is 'Differences by kind and field, counted while comparing';
update registry.import_batch b set difference_counts = counted.counts
from (
  select county_code, import_id, jsonb_agg(jsonb_build_object('kind', kind, 'field', field, 'label', label, 'count', n) order by n desc) as counts
  from (select county_code, import_id, kind, field, min(label) as label, count(*) as n
    from registry.import_difference group by county_code, import_id, kind, field) fields
  group by county_code, import_id) counted
where counted.county_code = b.county_code and counted.import_id = b.id;

-- Previews that were kept before do not say where a sheet ends.
update registry.import_batch
set preview = jsonb_set(preview, '{sheets}', coalesce((
  select jsonb_agg(sheet || '{"lastRow": null}'::jsonb order by place)
  from jsonb_array_elements(preview -> 'sheets') with ordinality sheets (sheet, place)), '[]'))
where preview is not null;
update registry.import_batch
set unread_sheets = coalesce((select jsonb_agg(sheet || '{"lastRow": null}'::jsonb order by place)
  from jsonb_array_elements(unread_sheets) with ordinality sheets (sheet, place)), '[]');

-- A household outside the area of who imports is no fault of the file; a reject shows its cell and its village.
alter table registry.import_reject add column village text, add column value text;
comment on column registry.import_reject.value is 'What stands in the cell, masked unless it is known to be harmless';
alter table registry.import_reject drop constraint import_reject_kind_check;
alter table registry.import_reject add constraint import_reject_kind_check check (kind in ('reject', 'outside', 'remark'));
comment on table registry.import_reject is 'Rows that an import does not take (reject), households that are not to be written by who imports (outside), and values left out of rows that it takes (remark)';
update registry.import_reject set kind = 'outside'
where kind = 'reject' and reason_en = 'This household is outside your area: let its own place import it';
update registry.import_batch b
set preview = preview || jsonb_build_object('outsideCount', o.n, 'rejectedCount', (preview ->> 'rejectedCount')::int - o.n,
  'rejected', coalesce((select jsonb_agg(one order by place)
    from jsonb_array_elements(preview -> 'rejected') with ordinality rejects (one, place)
    where one #>> '{reason,en}' <> 'This household is outside your area: let its own place import it'), '[]'))
from (select county_code, import_id, count(*) as n from registry.import_reject where kind = 'outside' group by county_code, import_id) o
where o.county_code = b.county_code and o.import_id = b.id and b.preview is not null;

-- A receipt says which corrections took effect, and from what to what.
alter table registry.import_correction add column from_text text, add column to_text text, add column is_written boolean;
comment on column registry.import_correction.from_text is 'What stands in the file, masked unless it is known to be harmless';
comment on column registry.import_correction.to_text is 'What counts instead, masked unless it is known to be harmless';
comment on column registry.import_correction.is_written is 'It took effect when the import was written; null before';
