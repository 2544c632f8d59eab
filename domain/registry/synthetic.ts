/**
 * A register of people who do not exist, for demos and tests: the same options give the same file, byte for byte. Id
 * numbers are of regions that are assigned to nobody and carry right check digits; phone numbers of a prefix that nobody has.
 */
import { householdAt, type SyntheticVillage } from "./synthetic/household.ts";
import { monitoringSheet } from "./synthetic/monitoring.ts";
import { lostMemberOf, type Quirk, quirksOf } from "./synthetic/quirks.ts";
import { ledgerSheet, rosterSheet } from "./synthetic/roster.ts";
import { type WorkbookSheet, writeWorkbook } from "./workbook.ts";

export interface SyntheticOptions {
  households: number;
  seed: number;
  /** Villages by real code and name; households are spread evenly over them. At least one. */
  areaVillages: readonly SyntheticVillage[];
  format: "roster" | "monitoring";
  quirks: boolean;
  year: number;
}

export interface SyntheticRegister {
  /** In the file. */
  households: number;
  persons: number;
  /** Households by what is wrong with them. */
  spoiled: Partial<Record<Quirk, number>>;
  /** What an import must accept and reject. */
  expected: { households: number; persons: number; rejects: number };
  sheets: WorkbookSheet[];
}

export function generateRegister(options: SyntheticOptions): SyntheticRegister {
  const { households, seed, year, format } = options;
  const plan = { households, seed, year, villages: options.areaVillages };
  const quirks = options.quirks ? quirksOf(households) : new Map<number, Quirk>();
  const spoiled: Partial<Record<Quirk, number>> = {};
  const expected = { households, persons: 0, rejects: 0 };
  let persons = 0;
  for (let index = 0; index < households; index += 1) {
    const household = householdAt(plan, index);
    const quirk = quirks.get(index);
    persons += household.members.length;
    if (quirk === undefined) continue;
    spoiled[quirk] = (spoiled[quirk] ?? 0) + 1;
    if (quirk === "missingHead" && format === "roster") {
      expected.households -= 1;
      expected.persons -= household.members.length;
      expected.rejects += 1;
    } else if (lostMemberOf(household, quirk)) {
      expected.persons -= 1;
      expected.rejects += 1;
    }
  }
  expected.persons += persons;
  const sheets =
    format === "roster" ? [rosterSheet(plan, quirks), ledgerSheet(plan)] : [monitoringSheet(plan, quirks)];
  return { households, persons, spoiled, expected, sheets };
}

export async function writeRegisterXlsx(
  path: string,
  register: Pick<SyntheticRegister, "sheets">,
): Promise<void> {
  await writeWorkbook(path, register.sheets);
}
