-- The bits of rules cost as much as judging did. Most rules come out alike for everybody of a county, which the rollup says: their
-- columns are not read at all. Of the others the word and bit of a place are computed once a household and not once a rule, and bits
-- are put together as bytes instead of texts of ones and noughts.
do $$ begin perform set_config('citus.multi_shard_modify_mode', 'sequential', true); end $$;

-- Active rules of a unit with the one outcome that everybody of the county has, or null where there are several or nobody knows.
-- Outcomes are those that the rollup counted, and only while its evaluation runs: edits that come later change verdicts and not the
-- rollup, and then every rule in force has to be read.
create function verdicts.rules_alike(rule_unit text, county text, book_year int) returns table (name text, outcome text)
language sql stable set search_path = pg_catalog, pg_temp as $$
  select 'r' || lpad(used.ordinal::text, 3, '0'),
    case when not holds then '2' when total = pass then '1' when total = fail then '0' when total = not_applicable then '2'
      when pass + fail + not_applicable = 0 then 'unknown' end
  from (
    select r.ordinal, verdicts.rule_holds(r, county, book_year) as holds
    from verdicts.rule r where r.unit = rule_unit and r.active
  ) used
  left join lateral (
    select case rule_unit when 'household' then p.households else p.member_rows end as total,
      (case rule_unit when 'household' then p.pass else p.member_pass end)[used.ordinal] as pass,
      (case rule_unit when 'household' then p.fail else p.member_fail end)[used.ordinal] as fail,
      (case rule_unit when 'household' then p.not_applicable else p.member_not_applicable end)[used.ordinal] as not_applicable
    from verdicts.rollup p
    where p.county_code = county and p.area_code = county || '000000' and p.year = book_year and p.level = 3
      and not exists (select from verdicts.evaluation e where e.county_code = county and e.id = p.evaluation_id)
  ) counted on true
  order by used.ordinal
$$;

-- How the rules of a unit came out for the households of a county, as a query with a row for each sixteen places of the list.
-- `known` has those with a verdict. Each rule with several outcomes has a column, with a field of sixteen bits for each of fail,
-- pass, not applicable and unknown, from the right, so that one sum a rule reads its outcomes once; members of one household may
-- have several. `offset` keeps the planner from computing the bit of a place anew for every rule.
create function verdicts.rule_words(rule_unit text, county text, book_year int, names text[], outcomes text[]) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select format($query$
    select place.at, coalesce(w.known, 0) as known %1$s
    from generate_series(0, (
      select length(b.bits) / 16 - 1 from verdicts.list_bits b
      where b.county_code = %3$L and b.year = %4$s and b.filter = 'all' and b.code = '')) place (at)
    left join (
      select p.at, bit_or(p.bit) as known %2$s
      from (
        select p.household_id, p.place / 16 as at, 1::bigint << (15 - p.place %% 16) as bit
        from verdicts.list_place p where p.county_code = %3$L and p.year = %4$s offset 0
      ) p
      join verdicts.%5$I v on v.household_id = p.household_id
      where v.county_code = %3$L and v.year = %4$s group by p.at
    ) w on w.at = place.at $query$,
    string_agg(format(', coalesce(w.%1$I, 0) as %1$I', name), ''),
    string_agg(format(', bit_or(p.bit << coalesce(v.%1$I, 3::smallint) * 16) as %1$I', name), ''),
    county, book_year, case rule_unit when 'household' then 'verdict' else 'member_verdict' end)
  from unnest(names, outcomes) used (name, outcome) where outcome is null
$$;

-- Adds the bits of rules to those of the list, for the places that `rebuild_list` has just numbered; returns how many rows. The
-- filter of a rule is its unit and column, the codes are those of the verdicts.
create or replace function verdicts.rebuild_rule_bits(county text, book_year int) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp
set max_parallel_workers_per_gather = 0 set enable_nestloop = off as $$
declare
  rule_unit text;
  names text[];
  outcomes text[];
  rows integer;
  total integer := 0;
begin
  perform verdicts.require_county(county, book_year);
  foreach rule_unit in array array['household', 'member'] loop
    select array_agg(a.name), array_agg(a.outcome) into names, outcomes from verdicts.rules_alike(rule_unit, county, book_year) a;
    continue when names is null;
    execute (
      select format($query$
        with word as materialized (%6$s)
        insert into verdicts.list_bits (county_code, year, filter, code, area_code, version, bits)
        select b.county_code, b.year, k.filter, k.code, b.area_code, b.version, ('x' || encode(k.bits, 'hex'))::bit varying
        from (
          select unnest(array[%1$s]) as filter, unnest(array[%2$s]) as code, unnest(array[%3$s]) as bits
          from (select * from word order by at) w
        ) k
        join verdicts.list_bits b on b.county_code = %4$L and b.year = %5$s and b.filter = 'all' and b.code = ''
        where k.code = '' or bit_count(k.bits) > 0 $query$,
        string_agg(format('%L', rule_unit || '.' || name), ', '), string_agg(format('%L', code), ', '),
        string_agg(case when code = '' then '''''::bytea' when outcome is null
          then format('string_agg(substr(int8send(w.%I), %s, 2), '''')', name, 7 - 2 * field)
          else 'string_agg(substr(int8send(w.known), 7, 2), '''')' end, ', '),
        county, book_year, verdicts.rule_words(rule_unit, county, book_year, names, outcomes))
      from unnest(names, outcomes) used (name, outcome)
      join (values ('0', 0), ('1', 1), ('2', 2), ('unknown', 3), ('', 0)) kind (code, field)
        on kind.code = '' or outcome is null or outcome = kind.code);
    get diagnostics rows = row_count;
    total := total + rows;
  end loop;
  return total;
end $$;

drop function verdicts.rule_bits;
revoke all on function verdicts.rules_alike, verdicts.rule_words from public;
