/** Writes the pinyin of names that have none yet: those of before it was kept, and those that an undo wrote again. */
import type { Work } from "../access/work.ts";
import { indexName } from "./name-index.ts";
import { listNamesWithoutPinyin, savePinyin } from "./name-index.sql.ts";

/** Names of one transaction: it never waits for another writer and is never long in his way. */
const namesAtOnce = 1000;

/** The next names of the work's area. @returns how many; none: all are written, or in another writer's hands */
export async function indexNames({ tx }: Work): Promise<number> {
  const members = await listNamesWithoutPinyin(tx, namesAtOnce);
  await savePinyin(
    tx,
    members.map(({ name, ...key }) => {
      const { pinyin, otherPinyin } = indexName(name ?? "");
      return { ...key, pinyin, otherPinyin };
    }),
  );
  return members.length;
}
