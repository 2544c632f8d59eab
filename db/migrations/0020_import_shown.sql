-- A preview says which identity changes it shows, and only these can be confirmed.
do $$ begin perform set_config('citus.multi_shard_modify_mode', 'sequential', true); end $$;

-- Previews that were kept before: a digest that no set of changes has, so that confirming them leads to a fresh preview.
update registry.import_batch
set preview = preview || jsonb_build_object('identityDigest',
  case when (preview ->> 'identityChangeCount')::int > 0 then repeat('0', 64) end)
where preview is not null;

-- Applying that was asked for before says no longer that everything is confirmed.
update job.task set input = input - 'confirmIdentityChanges' where kind = 'import.apply';
