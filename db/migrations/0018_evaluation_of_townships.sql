-- An evaluation belongs to a county: townships and villages below see when and under which policies their figures were made.
-- With the scope of the whole code they saw no evaluation, and so no figures.
do $$ begin perform set_config('citus.multi_shard_modify_mode', 'sequential', true); end $$;

drop policy area_scope on verdicts.evaluation;
select app_secure('verdicts.evaluation', 'county_code', 6);
