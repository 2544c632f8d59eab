-- A preview says which identity changes it shows, and only these can be confirmed; every place sees that its figures are awaited.
do $$ begin perform set_config('citus.multi_shard_modify_mode', 'sequential', true); end $$;

-- Previews that were kept before: a digest that no set of changes has, so that confirming them leads to a fresh preview.
update registry.import_batch
set preview = jsonb_set(jsonb_set(
    preview || jsonb_build_object('identityDigest',
      case when (preview ->> 'identityChangeCount')::int > 0 then repeat('0', 64) end),
    '{diff,newRegisterNos}', '[]'),
  '{diff,changed}', coalesce((
    select jsonb_agg(change || case when change ->> 'to' = '已变更' then '{"to": "****", "hidden": true}'::jsonb
      else '{"hidden": false}' end order by place)
    from jsonb_array_elements(preview #> '{diff,changed}') with ordinality changes (change, place)), '[]'))
where preview is not null;

-- Their rejects and remarks do not say of which household they are.
update registry.import_batch
set preview = preview || jsonb_build_object(
  'rejected', coalesce((select jsonb_agg(one || '{"registerNo": null}' order by place)
    from jsonb_array_elements(preview -> 'rejected') with ordinality rejects (one, place)), '[]'),
  'remarks', coalesce((select jsonb_agg(one || '{"registerNo": null}' order by place)
    from jsonb_array_elements(preview -> 'remarks') with ordinality remarks (one, place)), '[]'))
where preview is not null;

-- A file that would change nothing has ended when it is read.
alter table registry.import_batch drop constraint import_batch_state_check;
alter table registry.import_batch add constraint import_batch_state_check
  check (state in ('reading', 'ready', 'unchanged', 'applying', 'applied', 'refused', 'failed'));

-- Applying that was asked for before says no longer that everything is confirmed.
update job.task set input = input - 'confirmIdentityChanges' where kind = 'import.apply';

-- True when an evaluation that will change the figures of a place waits or runs, whoever started it and above whichever place
-- of the scope: the task of a county, or of its city, is hidden from a township. Counties are evaluated as a whole.
create function verdicts.is_awaited(area_low text, area_high text, wanted_year int) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select area_low >= nullif(current_setting('jingzhun.area_low', true), '')
    and area_high <= nullif(current_setting('jingzhun.area_high', true), '')
    and exists (
      select from job.task
      where kind = 'verdict.evaluate' and state in ('waiting', 'running') and (input ->> 'year')::int = wanted_year
        and (left(area_code, 6) between left(area_low, 6) and left(area_high, 6)
          or area_code in ('000000000000', left(area_low, 2) || '0000000000', left(area_low, 4) || '00000000')))
$$;
revoke all on function verdicts.is_awaited from public;
grant execute on function verdicts.is_awaited to jingzhun_app;
