/** Steps `load` and `index`: the CSV files into the register by COPY, then keys and indexes. */
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";
import type pg from "pg";
import { type Dataset, type FileName, files } from "./dataset.ts";
import type { Peer } from "./peer.ts";

const names = Object.keys(files) as FileName[];

export async function loadRegister(owner: pg.Client, dataset: Dataset): Promise<void> {
  for (const name of names) {
    const target = owner.query(copyFrom(`copy registry.${name} (${files[name]}) from stdin (format csv)`));
    await pipeline(createReadStream(join(dataset.folder, `${name}.csv`)), target);
  }
}

const duckTypes: Record<string, string> = {
  year: "smallint",
  health: "varchar",
  birth_date: "date",
  id_birth: "date",
  started_on: "date",
  house_area: "double",
  road_distance: "double",
  farmland: "double",
  forest: "double",
  work_months: "smallint",
  registered_persons: "smallint",
  birth_year: "smallint",
};
const money =
  /^(wage|production.*|property_.*|minimum_living|pension|transfer_other|compliant_payment|per_head_reported)$/;
const flags =
  /^(dangerous_house|water_safe|living_power|television|sanitary_toilet|medical_resident|serious_.*|pension_resident|eliminated)$/;

/** The same files into tables of the peer. */
export async function loadPeer(peer: Peer, dataset: Dataset): Promise<void> {
  for (const name of names) {
    const columns = files[name].split(",").map((column) => `'${column}': '${duckType(name, column)}'`);
    await peer.run(
      `create or replace table ${name} as select * from read_csv('${join(dataset.folder, `${name}.csv`)}', header = false, columns = {${columns.join(", ")}})`,
    );
  }
}

function duckType(table: string, column: string): string {
  if (table === "income_statement" && money.test(column)) return "bigint";
  if (flags.test(column)) return "boolean";
  return duckTypes[column] ?? "varchar";
}
