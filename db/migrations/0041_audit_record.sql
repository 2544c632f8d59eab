-- The record of a county is read newest first, also by person and by kind of action, without sorting what is left out.
do $$ begin perform set_config('citus.multi_shard_modify_mode', 'sequential', true); end $$;

-- Columns and not expressions: below row security an index on left() or coalesce() is not used, as neither is leakproof.
alter table audit.event
  add column county_code text collate "C" generated always as (left(area_code, 6)) stored,
  add column asked_by uuid not null generated always as (coalesce(started_by, person_id)) stored;
comment on column audit.event.asked_by is 'Who did it, or asked for the job that did it.';

create index event_county on audit.event (county_code, id);
create index event_action on audit.event (county_code, action, id);
create index event_asked_by on audit.event (asked_by, id);
drop index audit.event_area;
