/** Takes the keys and indexes of the register away for a bulk load and puts them back, so that both can be measured. */
import type pg from "pg";

interface Definition {
  drop: string;
  create: string;
}

/** Drops foreign keys, keys and indexes of schema `registry`; returns what puts them back. */
export async function dropKeys(owner: pg.Client): Promise<() => Promise<void>> {
  const constraints = await owner.query<Definition>(`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as create
    from pg_constraint where connamespace = 'registry'::regnamespace and contype in ('f', 'p', 'u')
      and conrelid not in ('registry.division'::regclass, 'registry.area_population'::regclass)
    order by case contype when 'f' then 0 else 1 end`);
  const indexes = await owner.query<Definition>(`
    select format('drop index %s', i.indexrelid::regclass) as drop, pg_get_indexdef(i.indexrelid) as create
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where c.relnamespace = 'registry'::regnamespace
      and i.indrelid not in ('registry.division'::regclass, 'registry.area_population'::regclass)
      and not exists (select from pg_constraint k where k.conindid = i.indexrelid)`);
  for (const { drop } of [...constraints.rows, ...indexes.rows]) await owner.query(drop);
  return async () => {
    const foreignKeysLast = [...constraints.rows].reverse();
    for (const { create } of [...foreignKeysLast, ...indexes.rows]) await owner.query(create);
  };
}
