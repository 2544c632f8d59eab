-- In a year without an exit standard nobody was asked anything: that is no household to be verified. Such a verdict has the
-- outcome 3, and the rollup counts it apart.
do $$ begin perform set_config('citus.multi_shard_modify_mode', 'sequential', true); end $$;

comment on column verdicts.verdict.exit_outcome is
  'All criteria of the exit standards that hold in the place and year together; 3 where no standard holds';
alter table verdicts.rollup add column exit_no_standard integer not null default 0;
comment on column verdicts.rollup.exit_no_standard is 'Households that no exit standard is there for in the year';

-- One outcome from all rules of the exit standards in force: a fail decides, then an unknown; not applicable only when all
-- are. Each rule sets the bit of its outcome, 3 for unknown, and the sixteen sets of bits stand in one array. The rules are
-- written out again because reading their columns would copy the whole row once more.
create or replace function verdicts.exit_expression(county text, book_year int) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select case when count(*) = 0 then '3::smallint' else format(
    '(''{0,1,0,2,0,1,0,null,0,null,0,null,0,null,0}''::smallint[])[%s]',
    string_agg(format('(1 << coalesce(%s, 3))', expression), ' | ' order by ordinal)) end
  from (
    select distinct r.ordinal, r.expression
    from verdicts.standard s join verdicts.rule r on r.id = any (s.rules)
    where r.unit = 'household' and verdicts.rule_holds(r, county, book_year) and left(county, length(s.scope)) = s.scope
      and s.valid_from <= make_date(book_year, 12, 31) and (s.valid_to is null or s.valid_to >= make_date(book_year, 12, 31))
  ) used
$$;

-- The outcomes of all rules in the villages, townships and the county, as a query with area_code, level, rows, pass, fail
-- and not_applicable; element n of an array belongs to ordinal n. One sum a rule and village counts fails, passes and
-- not applicable in three fields of 21 bits (two million rows a village); exit_outcome is counted the same way, where no
-- standard holds as not applicable, so that what is left of all rows is unknown.
create or replace function verdicts.outcome_counts(rule_unit text, county text, book_year int) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select format($query$
    select coalesce(village, township, county) as area_code,
      case when village is not null then 5 when township is not null then 4 else 3 end as level, summed.*,
      array[%1$s]::int[] as pass, array[%2$s]::int[] as fail, array[%3$s]::int[] as not_applicable
    from (
      select village, township, county, verdicts.packed_sum(rows) as rows %4$s
      from (
        select v.area_code as village, rpad(left(v.area_code, 9), 12, '0') as township,
          rpad(left(v.area_code, 6), 12, '0') as county, count(*) as rows %5$s
        from verdicts.%6$I v where v.county_code = %7$L and v.year = %8$s group by v.area_code
      ) counted group by grouping sets ((village), (township), (county))
    ) summed $query$,
    string_agg(case when holds then name || ' >> 21 & 2097151' else '0' end, ', ' order by ordinal) filter (where ordinal > 0),
    string_agg(case when holds then name || ' & 2097151' else '0' end, ', ' order by ordinal) filter (where ordinal > 0),
    string_agg(case when holds then name || ' >> 42' else 'rows' end, ', ' order by ordinal) filter (where ordinal > 0),
    string_agg(format(', verdicts.packed_sum(%1$s) as %1$s', name), '' order by ordinal) filter (where holds),
    string_agg(format(', verdicts.packed_sum(1::bigint << %s * 21) as %s', outcome, name), '' order by ordinal)
      filter (where holds),
    case rule_unit when 'household' then 'verdict' else 'member_verdict' end, county, book_year)
  from (
    select ordinal, 'r' || lpad(ordinal::text, 3, '0') as name, 'v.r' || lpad(ordinal::text, 3, '0') as outcome,
      verdicts.rule_holds(r, county, book_year) as holds
    from verdicts.rule r where unit = rule_unit
    union all select 0, 'exit_outcome', 'case v.exit_outcome when 3 then 2 else v.exit_outcome end', true
      where rule_unit = 'household'
  ) used
$$;

-- Where no standard holds in the county and year, all households of each place are counted so. Returns the number of places.
create function verdicts.rebuild_no_standard(county text, book_year int) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  places integer;
begin
  perform verdicts.require_county(county, book_year);
  update verdicts.rollup r set exit_no_standard = r.households
  where r.county_code = county and r.year = book_year and verdicts.exit_expression(county, book_year) = '3::smallint';
  get diagnostics places = row_count;
  return places;
end $$;
revoke all on function verdicts.rebuild_no_standard from public;
grant execute on function verdicts.rebuild_no_standard to jingzhun_app;

-- What was evaluated without a standard says so now; its counts are withdrawn until it is evaluated again.
do $$
declare
  book record;
begin
  perform set_config('jingzhun.area_low', '000000000000', true), set_config('jingzhun.area_high', '999999999999', true);
  for book in select distinct county_code, year from verdicts.rollup loop
    if verdicts.exit_expression(book.county_code, book.year) = '3::smallint' then
      update verdicts.verdict set exit_outcome = 3 where county_code = book.county_code and year = book.year;
      perform verdicts.forget_list(book.county_code, book.year, '{}');
      delete from verdicts.rollup where county_code = book.county_code and year = book.year;
    end if;
  end loop;
end $$;
