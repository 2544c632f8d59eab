-- Words that say "nothing" (无, /, 否) were kept as help given, as a remark on the risk and as the name of a helper. They are
-- none of these; what was evaluated with them is evaluated again. And an import of which nothing but rejects came has a state of its own.
do $$ begin perform set_config('citus.multi_shard_modify_mode', 'sequential', true); end $$;

do $$
declare
  nothing constant text[] := '{无,暂无,空,/,\\,-,--,—,——,"null","NULL",N/A,否,0,×,没有,未,未帮扶,未享受,未落实}';
  kept text;
begin
  create temporary table concerned (county_code text) on commit drop;
  foreach kept in array array['help_industry', 'help_job', 'help_public_post', 'help_finance', 'help_health', 'help_education',
    'help_social', 'help_safety_net', 'help_schooling', 'help_housing', 'help_water', 'help_relocation',
    'help_infrastructure', 'help_living', 'risk_remark'] loop
    execute format('insert into concerned select distinct county_code from registry.monitoring
      where normalize(%1$I, NFKC) = any ($1)', kept) using nothing;
    execute format('update registry.monitoring set %1$I = null where normalize(%1$I, NFKC) = any ($1)', kept) using nothing;
  end loop;

  -- Ended on the day it began, it counts on no day; the phone that stood beside the word is free for a helper with a name.
  insert into concerned select distinct county_code from registry.helper where normalize(name, NFKC) = any (nothing);
  update registry.helper_assignment a set ended_on = a.started_on
  from registry.helper h
  where h.county_code = a.county_code and h.id = a.helper_id and normalize(h.name, NFKC) = any (nothing);
  update registry.helper set phone_cipher = null, phone_index = null where normalize(name, NFKC) = any (nothing);

  delete from verdicts.rollup where county_code in (select county_code from concerned);
  delete from verdicts.fact where county_code in (select county_code from concerned);
  delete from verdicts.verdict where county_code in (select county_code from concerned);
  delete from verdicts.member_verdict where county_code in (select county_code from concerned);
end $$;

-- Nothing to write, but rows were rejected: that is not "unchanged", and the file is kept.
alter table registry.import_batch drop constraint import_batch_state_check;
alter table registry.import_batch add constraint import_batch_state_check
  check (state in ('reading', 'ready', 'unchanged', 'rejected', 'applying', 'applied', 'refused', 'failed'));
