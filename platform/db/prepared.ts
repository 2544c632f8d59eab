/** Named statements for hot paths: parsed and planned once a connection. */
import type { QueryResultRow } from "pg";
import { type Tx, clientOf } from "./database.ts";

/** Runs a statement under its name. The same name must always carry the same text. */
export async function runPrepared<Row extends QueryResultRow>(
  tx: Tx,
  name: string,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  const result = await clientOf(tx).query<Row>({ name, text, values });
  return result.rows;
}
