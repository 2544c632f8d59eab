-- A household is asked for by its number alone, without its county; the unique key begins with the county.
do $$ begin perform set_config('citus.multi_shard_modify_mode', 'sequential', true); end $$;

create index household_register_no on registry.household (register_no);
