/**
 * A read file into the register: first what it would do, then doing it. All good rows go in one transaction with the audit
 * entry and the receipt; the same file twice changes nothing; what the file no longer names is reported, never deleted.
 */
import { newId } from "../../platform/id.ts";
import { recordAudit } from "../audit/event.service.ts";
import { type Work, requireArea } from "../access/work.ts";
import { yearsOfBooks } from "./book-years.ts";
import { lockBookForImport } from "./book-lock.sql.ts";
import { type PlacedFile, compareCounty, placeHouseholds } from "./import/compare.ts";
import { identityDigest, requireConfirmed } from "./import/identity-change.ts";
import type { ImportPreview } from "./import.contract.ts";
import { receiptOf, toldPlaces } from "./import/told-places.ts";
import { type CountyPlan, changedCountOf, shownChanges, shownNumbers } from "./import/plan.ts";
import { importProblems } from "./import.problems.ts";
import { insertBatch } from "./import.sql.ts";
import { keepRejects } from "./import-reject.service.ts";
import { keepAfter, keepBefore } from "./import-undo.sql.ts";
import { findNewestBookYear } from "./import/load.sql.ts";
import type { ReadRegister } from "./reading.contract.ts";
import type { RegisterListener } from "./register-listener.ts";
import {
  type WriteTable,
  deleteIdentities,
  endAssignments,
  lockCountyForImport,
  moveAssignments,
  upsertRows,
} from "./import/write.sql.ts";

export interface ImportFile {
  /** Of the book; when absent what the file says, else the newest book. */
  year?: number | undefined;
  fileName: string;
  /** SHA-256 of the file. */
  fileHash: Buffer;
  /** Somebody looked at the households whose head and members are all others, and wants exactly these written. */
  identityDigest?: string | undefined;
  /** How many cells a person put right. */
  corrected?: number | undefined;
  /** Keep what it finds, so that it can be undone; the place whose import it is. */
  undoableIn?: string | undefined;
}

/**
 * What applying the file would do. Needs a transaction that may write, but writes nothing.
 * @throws Problem import.year-needed, import.year-odd
 */
export async function previewImport(
  work: Work,
  read: ReadRegister,
  file: ImportFile,
): Promise<ImportPreview> {
  return (await compareImport(work, read, file)).preview;
}

/** A preview and all that it was made from. */
export interface ComparedImport {
  preview: ImportPreview;
  plans: CountyPlan[];
}

/** @throws Problem import.year-needed */
export async function compareImport(
  work: Work,
  read: ReadRegister,
  file: ImportFile,
): Promise<ComparedImport> {
  const placed = await placeHouseholds(work, read);
  const year = await yearOf(work, read, file, placed);
  const options = { year, updatesOnly: read.updatesOnly };
  const plans = await compareCounties(work, placed, placed.counties.keys(), options);
  return { preview: present(read, year, placed, plans), plans };
}

/**
 * Writes all good rows and a receipt for each county, and tells the listener which counties changed.
 * @throws Problem import.year-needed, import.year-odd, import.identity-changes-unconfirmed, import.identity-changes-differ,
 * import.identity-taken-meanwhile
 */
export async function applyImport(
  work: Work,
  read: ReadRegister,
  file: ImportFile,
  listener: RegisterListener,
): Promise<ImportPreview> {
  const batches = new Map<string, string>();
  const batchOf = (county: string): string => {
    const id = newId(work.now);
    batches.set(county, id);
    return id;
  };
  const { preview: result } = await writeImport(work, read, file, listener, batchOf);
  for (const [county, id] of batches) {
    const area = areaOfReceipt(work, county);
    await insertBatch(work.tx, {
      county_code: county,
      id,
      area_code: area,
      person_id: work.actor.personId,
      file_name: file.fileName,
      file_hash: file.fileHash,
      layout: read.layout,
      year: result.year,
      state: "applied",
      preview: JSON.stringify(receiptOf(result)),
      created_at: work.now,
      applied_at: work.now,
      applied_by: work.actor.personId,
    });
    await keepRejects(work, { county, id }, area, result);
  }
  return result;
}

/** Writes without a receipt, for an import that already has its row. `batchOf` names the row of a county in the record. */
export async function writeImport(
  work: Work,
  read: ReadRegister,
  file: ImportFile,
  listener: RegisterListener,
  batchOf: (county: string) => string,
): Promise<ComparedImport> {
  const placed = await placeHouseholds(work, read);
  const year = await yearOf(work, read, file, placed);
  const counties = [...placed.counties.keys()].sort();
  for (const county of counties) {
    await lockCountyForImport(work.tx, county);
    await lockBookForImport(work.tx, county, year);
  }
  const plans = await compareCounties(work, placed, counties, { year, updatesOnly: read.updatesOnly });
  const preview = present(read, year, placed, plans);
  requireConfirmed(
    { count: preview.identityChangeCount, digest: preview.identityDigest },
    file.identityDigest,
  );
  for (const plan of plans) {
    const key = { county: plan.county, id: batchOf(plan.county) };
    if (file.undoableIn !== undefined)
      await keepBefore(work.tx, key, { areaCode: file.undoableIn, year }, writtenHouseholds(plan));
    await writePlan(work, plan, year);
    if (file.undoableIn !== undefined) await keepAfter(work.tx, key, year);
    await recordImport(work, plan, { batch: key.id, year, file });
    if (plan.created + plan.updated > 0) await listener.countyChanged(work, plan.county, year);
  }
  return { preview, plans };
}

/** Whatever is written of a household, its book is written with it. */
function writtenHouseholds({ rows }: CountyPlan): { id: string; registerNo: string }[] {
  return rows.household_year.map((row) => ({
    id: String(row["household_id"]),
    registerNo: String(row["register_no"]),
  }));
}

async function compareCounties(
  work: Work,
  placed: PlacedFile,
  counties: Iterable<string>,
  options: { year: number; updatesOnly: boolean },
): Promise<CountyPlan[]> {
  const plans = [];
  for (const county of counties) plans.push(await compareCounty(work, placed, county, options));
  return plans;
}

const writeOrder: WriteTable[] = [
  "household",
  "household_year",
  "income_statement",
  "living_condition",
  "guarantee",
  "monitoring",
  "member",
  "member_year",
  "person_identity",
  "helper",
  "helper_assignment",
];

async function writePlan(work: Work, plan: CountyPlan, year: number): Promise<void> {
  await deleteIdentities(work.tx, year, plan.identitiesRemoved);
  await endAssignments(work.tx, plan.county, plan.assignmentsEnded);
  await moveAssignments(work.tx, plan.county, year, plan.moved);
  for (const table of writeOrder) await upsertRows(work.tx, table, plan.rows[table]);
}

async function recordImport(
  work: Work,
  plan: CountyPlan,
  { batch, year, file }: { batch: string; year: number; file: ImportFile },
): Promise<void> {
  const subject = { kind: "import", id: batch, area: areaOfReceipt(work, plan.county) };
  const { households, persons, created, updated, unchanged } = plan;
  await recordAudit(work, "import.apply", subject, {
    year,
    households,
    persons,
    created,
    updated,
    unchanged,
    identityChanges: plan.identityChanges.length,
    corrected: file.corrected ?? 0,
    hash: file.fileHash.toString("hex"),
  });
}

/** The receipt of a township's import belongs to the township, of a wider actor's to the county. */
function areaOfReceipt(work: Work, county: string): string {
  const own = work.actor.areaCode;
  const area = own.startsWith(county) ? own : `${county}000000`;
  requireArea(work.actor, area);
  return area;
}

/** What was asked for, what the file says, or the newest book of the file's counties. */
async function yearOf(work: Work, read: ReadRegister, file: ImportFile, placed: PlacedFile): Promise<number> {
  const year = file.year ?? read.year ?? (await findNewestBookYear(work.tx, [...placed.counties.keys()]));
  if (year === null) throw importProblems["import.year-needed"]();
  const { first, last } = yearsOfBooks(work.now);
  if (year < first || year > last) throw importProblems["import.year-odd"]({ year, first, last });
  return year;
}

function present(read: ReadRegister, year: number, placed: PlacedFile, plans: CountyPlan[]): ImportPreview {
  const total = (of: (plan: CountyPlan) => number): number => plans.reduce((sum, plan) => sum + of(plan), 0);
  const told = toldPlaces(placed, plans);
  const gone = plans.flatMap((plan) => plan.gone);
  const identityChanges = plans.flatMap((plan) => plan.identityChanges);
  return {
    recognised: read.layout,
    year,
    households: total((plan) => plan.households),
    persons: total((plan) => plan.persons),
    created: total((plan) => plan.created),
    updated: total((plan) => plan.updated),
    unchanged: total((plan) => plan.unchanged),
    gone: gone.length,
    ...told,
    rejectedCount: told.rejected.length,
    outsideCount: told.outside.length,
    remarkCount: told.remarks.length,
    identityChanges: identityChanges.slice(0, shownNumbers).map(({ registerNo }) => registerNo),
    identityChangeCount: identityChanges.length,
    identityDigest: identityDigest(identityChanges),
    headless: plans.flatMap((plan) => plan.headless).slice(0, shownNumbers),
    headlessCount: total((plan) => plan.headless.length),
    sheets: read.sheets.map((sheet) => ({ ...sheet, mappedAt: null })),
    diff: {
      new: total((plan) => plan.created),
      newRegisterNos: plans.flatMap((plan) => plan.createdRegisterNos).slice(0, shownNumbers),
      gone: gone.length,
      goneRegisterNos: gone.slice(0, shownNumbers),
      gonePersons: total((plan) => plan.gonePersons),
      changed: plans.flatMap((plan) => plan.changes).slice(0, shownChanges),
      changedCount: total(changedCountOf),
    },
  };
}

/**
 * What a file comes to once it is compared. Only one that says nothing new and nothing wrong, and of which every sheet was
 * read, has ended and is not kept.
 */
export function endOfReading({ created, updated, rejectedCount }: ImportPreview, unread: number) {
  if (created + updated > 0) return { state: "ready" };
  if (rejectedCount > 0) return { state: "rejected", problem: null };
  if (unread > 0) return { state: "unmapped", problem: null };
  return { state: "unchanged", file_cipher: null, problem: null };
}
