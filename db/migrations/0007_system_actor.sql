-- The actor of jobs and of the command line, and row security on grants: an administrator sees those of his area only.
do $$ begin perform set_config('citus.multi_shard_modify_mode', 'sequential', true); end $$;

insert into access.person (id, login, name) values ('00000000-0000-7000-8000-000000000001', 'system', '系统');

select app_secure('access.role_grant');

-- True when every grant of a person that has not ended lies inside the scope of this transaction: only then may an
-- administrator act on the person as a whole.
create function access.person_within_scope(person uuid, day date) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(bool_and(area_code between
      nullif(current_setting('jingzhun.area_low', true), '') and nullif(current_setting('jingzhun.area_high', true), '')),
    false)
  from access.role_grant where person_id = person and (valid_to is null or valid_to >= day)
$$;
revoke all on function access.person_within_scope from public;
grant execute on function access.person_within_scope to jingzhun_app;
