/** The places of a dataset: without a county among the divisions no list and no page finds its households. */
import type pg from "pg";
import { city } from "./dataset.ts";

export async function loadPlaces(owner: pg.Client): Promise<void> {
  await owner.query(`
    insert into registry.division (code, valid_from, parent_code, level, name, source)
    with village as (select distinct area_code as code from registry.household)
    select '990000000000', date '2014-01-01', null, 1, '示例省', 'bench'
    union all select '${city}', '2014-01-01', '990000000000', 2, '示例市', 'bench'
    union all select distinct left(code, 6) || '000000', '2014-01-01'::date, '${city}', 3, '县' || substr(code, 5, 2), 'bench' from village
    union all select distinct left(code, 9) || '000', '2014-01-01'::date, left(code, 6) || '000000', 4,
      '乡' || substr(code, 7, 3), 'bench' from village
    union all select code, '2014-01-01', left(code, 9) || '000', 5, '村' || right(code, 3), 'bench' from village`);
  await owner.query(`
    insert into registry.poor_village (county_code, area_code, designated_by, designated_year, source)
    select left(code, 6), code, 'national', 2014, 'bench' from registry.division
    where level = 5 and source = 'bench' and right(code, 1) in ('1', '5', '9')`);
}
