-- The record of a village, a township or a city is read along an index of its own, and so is a rare action over a province: without
-- them a place without entries, or a city, is looked for in the whole table (measured at a million entries: 0.2 to 0.3 s).
do $$ begin perform set_config('citus.multi_shard_modify_mode', 'sequential', true); end $$;

create index event_area on audit.event (area_code, id);
create index event_action_id on audit.event (action, id);
