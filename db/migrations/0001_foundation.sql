-- The ground of every later table: one schema a module, the helper that places a table on Citus, the helper that
-- secures a table by area, and the rule that the app role owns nothing.
do $$ begin perform set_config('citus.multi_shard_modify_mode', 'sequential', true); end $$;

create schema access;
create schema audit;
create schema registry;
create schema verdicts;
create schema job;

grant usage on schema access, audit, registry, verdicts, job to jingzhun_app;

-- Places a table when the server runs Citus and does nothing elsewhere.
-- how: 'county' (distributed by county_code), 'reference' (copied to every node), 'local' (coordinator only).
create function public.app_place(target regclass, how text) returns void language plpgsql as $$
begin
  if how not in ('county', 'reference', 'local') then
    raise exception 'app_place: unknown placement %', how;
  end if;
  if not exists (select from pg_extension where extname = 'citus') then return; end if;
  if how = 'county' then
    execute format('select create_distributed_table(%L, %L)', target::text, 'county_code');
  elsif how = 'reference' then
    execute format('select create_reference_table(%L)', target::text);
  end if;
end $$;

-- Row-level security by area. `low` and `high` are SQL expressions of the column compared with the scope of the
-- transaction. An empty setting sees nothing: a transaction-local setting that has ended reads as '', not as null.
-- On plain PostgreSQL the setting is read once by a subquery; Citus allows no subquery in a policy.
create function public.app_secure(target regclass, area_column text default 'area_code', digits int default 12)
returns void language plpgsql as $$
declare
  low text := format('left(nullif(current_setting(''jingzhun.area_low'', true), ''''), %s)', digits);
  high text := format('left(nullif(current_setting(''jingzhun.area_high'', true), ''''), %s)', digits);
begin
  if not exists (select from pg_extension where extname = 'citus') then
    low := '(select ' || low || ')';
    high := '(select ' || high || ')';
  end if;
  execute format('alter table %s enable row level security', target);
  execute format('create policy area_scope on %s to jingzhun_app using (%I between %s and %s)',
    target, area_column, low, high);
end $$;

-- True when the scope of this transaction covers the whole of a county. Functions that run as the owner call it first.
create function public.app_scope_covers(county text) returns boolean language sql stable as $$
  select coalesce(
    nullif(current_setting('jingzhun.area_low', true), '') <= county || '000000'
    and nullif(current_setting('jingzhun.area_high', true), '') >= county || '999999', false)
$$;
