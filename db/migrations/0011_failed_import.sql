-- An import that broke off can say so, and receipts tell what was only left out apart from what was rejected.
do $$ begin perform set_config('citus.multi_shard_modify_mode', 'sequential', true); end $$;

alter table registry.import_batch drop constraint import_batch_state_check;
alter table registry.import_batch add constraint import_batch_state_check
  check (state in ('reading', 'ready', 'applying', 'applied', 'refused', 'failed'));

-- Previews that were kept before remarks and changed identities were told apart.
update registry.import_batch
set preview = preview || '{"remarks": [], "remarkCount": 0, "identityChanges": [], "identityChangeCount": 0}'
where preview is not null;
