/** Verdict rows of one household and its members. Column r<n> belongs to the rule with ordinal n of the unit. */
import { runPrepared } from "../../platform/db/prepared.ts";
import type { Tx } from "../../platform/db/database.ts";

export type OutcomeByColumn = ReadonlyMap<number, number | null>;

interface VerdictTable {
  table: "verdicts.verdict" | "verdicts.member_verdict";
  key: readonly string[];
}

const householdTable: VerdictTable = {
  table: "verdicts.verdict",
  key: ["county_code", "household_id", "year"],
};
const memberTable: VerdictTable = {
  table: "verdicts.member_verdict",
  key: ["county_code", "member_id", "year"],
};

/** `row` holds the key and the plain columns; outcomes are 1 pass, 0 fail, 2 not applicable, null unknown. */
export function saveHouseholdVerdict(
  tx: Tx,
  row: Record<string, unknown>,
  outcomes: OutcomeByColumn,
): Promise<void> {
  return save(tx, householdTable, row, outcomes);
}

export function saveMemberVerdict(
  tx: Tx,
  row: Record<string, unknown>,
  outcomes: OutcomeByColumn,
): Promise<void> {
  return save(tx, memberTable, row, outcomes);
}

async function save(
  tx: Tx,
  target: VerdictTable,
  row: Record<string, unknown>,
  outcomes: OutcomeByColumn,
): Promise<void> {
  const ordinals = [...outcomes.keys()];
  const columns = [...Object.keys(row), ...ordinals.map(ruleColumn)];
  const values = [...Object.values(row), ...outcomes.values()];
  const updates = columns
    .filter((name) => !target.key.includes(name))
    .map((name) => `${name} = excluded.${name}`);
  // The name carries the columns: after `policy apply` adds rules, a new statement is prepared.
  await runPrepared(
    tx,
    `${target.table}.save.${ordinals.length}.${ordinals.at(-1) ?? 0}`,
    `insert into ${target.table} (${columns.join(", ")}) values (${columns.map((_, at) => `$${at + 1}`).join(", ")})
     on conflict (${target.key.join(", ")}) do update set ${updates.join(", ")}`,
    values,
  );
}

export function ruleColumn(ordinal: number): string {
  return `r${String(ordinal).padStart(3, "0")}`;
}
