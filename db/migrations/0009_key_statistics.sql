-- After a bulk write the planner must know how many rows there are, or foreign keys and joins of the same transaction run
-- on guesses (a county's import took ten times as long). Only an owner may ANALYZE, so the app asks for it here.
do $$ begin perform set_config('citus.multi_shard_modify_mode', 'sequential', true); end $$;

-- Statistics of the key columns of one table of the register; those of all columns are autovacuum's work.
create function registry.refresh_key_statistics(table_name text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  columns text;
begin
  select string_agg(quote_ident(a.attname), ', ' order by a.attnum) into columns
  from pg_attribute a join pg_class c on c.oid = a.attrelid
  where c.relname = table_name and c.relnamespace = 'registry'::regnamespace and c.relkind in ('r', 'p')
    and a.attname in ('county_code', 'household_id', 'member_id', 'id', 'year', 'area_code', 'register_no')
    and not a.attisdropped;
  if columns is null then
    raise exception 'registry: there is no table %', table_name;
  end if;
  execute format('analyze registry.%I (%s)', table_name, columns);
end $$;
revoke all on function registry.refresh_key_statistics from public;
grant execute on function registry.refresh_key_statistics to jingzhun_app;
