-- A province asks again what the national standard asks: a household that fails both has one problem. Of each rule that repeats
-- others, every place counts the households that fail it and one of those as well, so that they are not taken for more.
do $$ begin perform set_config('citus.multi_shard_modify_mode', 'sequential', true); end $$;

alter table verdicts.rollup add column fail_again integer[];
comment on column verdicts.rollup.fail_again is
  'Of fail: households that also fail a rule which this one repeats; element n belongs to ordinal n. Null: not counted yet';

-- For each household rule in the order of its ordinal the count over rows v of verdicts.verdict; 0 of a rule that repeats nothing
-- here.
create function verdicts.again_counts(county text, book_year int) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select string_agg(case when first.columns is null then '0' else
    format('count(*) filter (where v.r%s = 0 and 0 in (%s))', lpad(r.ordinal::text, 3, '0'), first.columns) end,
    ', ' order by r.ordinal)
  from verdicts.rule r
  left join lateral (
    select string_agg(format('v.r%s', lpad(f.ordinal::text, 3, '0')), ', ' order by f.ordinal) as columns
    from verdicts.standard s
    cross join lateral jsonb_array_elements_text(s.definition -> 'repeats' -> r.id) repeated (id)
    join verdicts.rule f on f.id = repeated.id and f.unit = 'household' and verdicts.rule_holds(f, county, book_year)
    where verdicts.rule_holds(r, county, book_year) and left(county, length(s.scope)) = s.scope
      and s.valid_from <= make_date(book_year, 12, 31) and (s.valid_to is null or s.valid_to >= make_date(book_year, 12, 31))
  ) first on true
  where r.unit = 'household'
$$;
revoke all on function verdicts.again_counts(text, int) from public;

-- Adds the counts to the rollup of a county and year, from one pass over its verdicts; returns the number of places.
create function verdicts.rebuild_again(county text, book_year int) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  places integer;
begin
  perform verdicts.require_county(county, book_year);
  execute format($query$
    update verdicts.rollup r set fail_again = c.again
    from (
      select coalesce(village, township, whole) as area_code,
        case when village is not null then 5 when township is not null then 4 else 3 end as level,
        verdicts.array_total(again) as again
      from (
        select v.area_code as village, rpad(left(v.area_code, 9), 12, '0') as township,
          rpad(left(v.area_code, 6), 12, '0') as whole, array[%3$s]::int[] as again
        from verdicts.verdict v where v.county_code = %1$L and v.year = %2$s group by v.area_code
      ) counted group by grouping sets ((village), (township), (whole))
    ) c
    where r.county_code = %1$L and r.year = %2$s and r.area_code = c.area_code and r.level = c.level
  $query$, county, book_year, verdicts.again_counts(county, book_year));
  get diagnostics places = row_count;
  return places;
end $$;
revoke all on function verdicts.rebuild_again from public;
grant execute on function verdicts.rebuild_again to jingzhun_app;
