-- A figure is of the evaluation it names. Whether a book was changed since is asked with every figure, so it is found by index.
do $$ begin perform set_config('citus.multi_shard_modify_mode', 'sequential', true); end $$;

create index household_year_changed on registry.household_year (county_code, year, updated_at);
