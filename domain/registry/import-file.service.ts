/** The sealed file of an import: taken by a worker, opened and read. */
import { secrets } from "../../platform/secrets/secrets.ts";
import type { Work } from "../access/work.ts";
import type { ImportKey, ImportStep } from "./import.contract.ts";
import { importProblems } from "./import.problems.ts";
import type { ImportFile } from "./import.service.ts";
import * as store from "./import.sql.ts";
import type { ReadRegister } from "./reading.contract.ts";
import type { ReadingOptions } from "./reading.ts";
import type { MappingsOfLayouts } from "./reading/columns.ts";
import type { CellCorrection } from "./reading/corrections.ts";
import type { RegisterFile } from "./reading/open.ts";
import { importFileCell } from "./sealed-cells.ts";

/** How a file is read: in a process of its own, since it comes from outside. */
export type FileReader = (file: RegisterFile, options: ReadingOptions) => Promise<ReadRegister>;

/** Told how far reading, comparing and writing are; `total` is 0 while it is not known. */
export type ReportStep = (step: ImportStep, done: number, total: number) => Promise<void>;

export interface TakenBatch {
  sealed: Buffer;
  areaCode: string;
  /** As it was looked at. */
  preview: unknown;
  file: ImportFile;
}

/** The batch, held by this transaction, as long as it is in this state: a task that is tried twice does the work once. */
export async function takeBatch(work: Work, key: ImportKey, state: string): Promise<TakenBatch | undefined> {
  await store.holdBatch(work.tx, key);
  const row = await store.findBatch(work.tx, key);
  if (!row) throw importProblems["import.not-found"]();
  return row.state === state ? lookAtBatch(work, key) : undefined;
}

/** The batch as it is now, held by nobody; undefined when its file is no longer kept. @throws Problem import.not-found */
export async function lookAtBatch(work: Work, key: ImportKey): Promise<TakenBatch | undefined> {
  const sealed = await store.findSealedFile(work.tx, key);
  const row = await store.findBatch(work.tx, key);
  if (!row) throw importProblems["import.not-found"]();
  if (!sealed) return undefined;
  return {
    sealed,
    areaCode: row.area_code,
    preview: row.preview,
    file: { year: row.year ?? undefined, fileName: row.file_name, fileHash: row.file_hash },
  };
}

export interface ReadBatch extends Pick<ReadingOptions, "keep" | "mayBeMapped"> {
  readFile: FileReader;
  report: ReportStep;
  mappings: MappingsOfLayouts;
  corrections: CellCorrection[];
}

/** Reports stand in a row, so that none of them comes after the next step has begun. */
export async function readBatch(
  key: ImportKey,
  batch: TakenBatch,
  { readFile, report, ...how }: ReadBatch,
): Promise<ReadRegister> {
  let told = report("read", 0, 0);
  const onProgress = (rowsRead: number): void => void (told = told.then(() => report("read", rowsRead, 0)));
  const read = await readFile(openSealed(key, batch), { ...yearOption(batch.file), ...how, onProgress });
  await told;
  return read;
}

function yearOption({ year }: ImportFile): { year?: number } {
  return year === undefined ? {} : { year };
}

function openSealed(key: ImportKey, { sealed, file }: TakenBatch): RegisterFile {
  const bytes = secrets().envelope.open(sealed, importFileCell(key.county, key.id));
  return { name: file.fileName, bytes };
}
