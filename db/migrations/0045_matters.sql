-- A rule of a province that repeats national ones may ask more than they do. A household that fails only that more was counted as
-- told already, and by how many criteria it fails, the list, the area and the household's page answered each its own way. Now there
-- is one count, of matters: a rule that repeats others is no matter of its own only where each of its conditions that failed is
-- also a failed condition of a repeated rule.
do $$ begin perform set_config('citus.multi_shard_modify_mode', 'sequential', true); end $$;

alter table verdicts.standard add column repeated_parts jsonb not null default '{}';
comment on column verdicts.standard.repeated_parts is
  'By rule that repeats others, its conditions: `holds` as SQL over a row f of facts, `firsts` the repeated rules that ask it, too';

-- Household rules that repeat others in the place and year. `columns` is an expression on a row v of verdicts.verdict in which the
-- rule failed: 0 where repeated rules say all of it, 1 where it is a matter of its own. The facts are asked only where a repeated
-- rule failed and does not have every condition of the rule.
create or replace function verdicts.repeated_rules(county text, book_year int) returns table (rule text, columns text)
language sql stable set search_path = pg_catalog, pg_temp as $$
  with in_force as (
    select r.id, format('v.r%s', lpad(r.ordinal::text, 3, '0')) as name
    from verdicts.rule r where r.unit = 'household' and verdicts.rule_holds(r, county, book_year)
  ), repeating as (
    select r.id, s.repeated_parts -> r.id as parts, string_agg(f.name, ', ' order by f.name) as firsts
    from verdicts.standard s
    cross join lateral jsonb_each(s.definition -> 'repeats') repeats (id, ids)
    join in_force r on r.id = repeats.id
    join in_force f on repeats.ids ? f.id
    where left(county, length(s.scope)) = s.scope
      and s.valid_from <= make_date(book_year, 12, 31) and (s.valid_to is null or s.valid_to >= make_date(book_year, 12, 31))
    group by r.id, s.id
  )
  select r.id, format('case when 0 in (%s) then %s else 1 end', r.firsts, case when own.differ then format(
    'case when exists (select from verdicts.fact f where f.county_code = %L and f.year = %s and f.household_id = v.household_id
      and (%s)) then 1 else 0 end', county, book_year, own.failed) else '0' end)
  from repeating r
  cross join lateral (
    select string_agg(format('(%s) is false and (0 in (%s)) is not true', part ->> 'holds', coalesce(told.firsts, 'null')), ' or ')
      as failed, bool_or(told.firsts is distinct from r.firsts) as differ
    from jsonb_array_elements(r.parts) part
    cross join lateral (
      select string_agg(f.name, ', ' order by f.name) as firsts from in_force f where part -> 'firsts' ? f.id
    ) told
  ) own
$$;
revoke all on function verdicts.repeated_rules(text, int) from public;
grant execute on function verdicts.repeated_rules(text, int) to jingzhun_app;

-- The number of matters for which a row v of verdicts.verdict fails the exit standards, all standards together.
create or replace function verdicts.exit_failed_expression(county text, book_year int) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select coalesce(string_agg(format('case when v.r%s = 0 then %s else 0 end', lpad(r.ordinal::text, 3, '0'),
    coalesce(a.columns, '1')), ' + ' order by r.ordinal), '0')
  from verdicts.rule r
  left join verdicts.repeated_rules(county, book_year) a on a.rule = r.id
  where r.unit = 'household' and verdicts.rule_holds(r, county, book_year) and exists (
    select from verdicts.standard s
    where r.id = any (s.rules) and left(county, length(s.scope)) = s.scope
      and s.valid_from <= make_date(book_year, 12, 31) and (s.valid_to is null or s.valid_to >= make_date(book_year, 12, 31)))
$$;

comment on column verdicts.rollup.exit_fail_one is 'Of exit_fail: households that fail one matter only, all standards together';
comment on column verdicts.rollup.fail_again is
  'Of fail: households of which rules that this one repeats say all; element n belongs to ordinal n. Null: not counted yet';

-- What was counted before by the larger standard is withdrawn wherever two standards hold at once, until it is evaluated again.
do $$
declare
  book record;
begin
  for book in
    select distinct e.county_code as county, e.year from verdicts.evaluation e
    where 1 < (select count(*) from verdicts.standard s
      where left(e.county_code, length(s.scope)) = s.scope and s.valid_from <= make_date(e.year, 12, 31)
        and (s.valid_to is null or s.valid_to >= make_date(e.year, 12, 31)))
  loop
    delete from verdicts.rollup r where r.county_code = book.county and r.year = book.year;
    delete from verdicts.list_bits b where b.county_code = book.county and b.year = book.year;
  end loop;
end $$;
