/**
 * Cells of a file put right by hand. Each is checked by the rules of reading when it is typed, kept sealed like the file, and
 * goes into the preview when the file is checked again. Who typed it stays on record; what was typed goes with the file.
 */
import { secrets } from "../../platform/secrets/secrets.ts";
import { namesOf } from "../access/person.service.ts";
import type { Work } from "../access/work.ts";
import { recordAudit } from "../audit/event.service.ts";
import { getImport, mendable, readAgain } from "./import-batch.service.ts";
import type { ImportBatch, ImportKey, ImportPreview } from "./import.contract.ts";
import type {
  CellToCorrect,
  CorrectionToWithdraw,
  ImportCorrection,
  ImportCorrectionList,
} from "./import-correction.contract.ts";
import * as store from "./import-correction.sql.ts";
import { holdBatch } from "./import.sql.ts";
import { importProblems } from "./import.problems.ts";
import { type Field, findField } from "./reading-fields.ts";
import { problemOfCell } from "./reading/check-cell.ts";
import type { ComparedImport } from "./import.service.ts";
import { shownCell } from "./quote.ts";
import type { MadeCorrection } from "./reading.contract.ts";
import type { CellCorrection } from "./reading/corrections.ts";
import { correctionCell } from "./sealed-cells.ts";

/** @throws Problem import.not-found */
export async function listCorrections(work: Work, key: ImportKey): Promise<ImportCorrectionList> {
  const { preview } = await getImport(work, key);
  const rows = await store.listCorrections(work.tx, key);
  const names = await namesOf(
    work,
    rows.map((row) => row.person_id),
  );
  return {
    corrections: rows.map((row) => ({
      sheet: row.sheet,
      row: row.row,
      letter: row.letter,
      isChecked: row.is_checked,
      isWritten: row.is_written,
      from: row.from_text,
      ...shownValue(key, row, preview),
      correctedBy: names.get(row.person_id) ?? null,
      correctedAt: row.corrected_at.toISOString(),
    })),
    unchecked: rows.filter((row) => !row.is_checked).length,
  };
}

/** What counts instead, as far as it may be shown: as long as it is kept itself, else as the receipt has it. */
function shownValue(
  key: ImportKey,
  row: store.CorrectionRow,
  preview: ImportPreview | null,
): Pick<ImportCorrection, "to" | "isWhole"> {
  const columns = preview?.sheets.find(({ name }) => name === row.sheet)?.columns ?? [];
  const field = columns.find(({ letter }) => letter === row.letter)?.field;
  if (!row.value_cipher || !field) return { to: row.to_text, isWhole: false };
  const value = openValue(key, row, row.value_cipher).trim();
  const to = isTypedPlace(value, field) ? value : shownCell(value, field);
  return { to, isWhole: (to ?? "") === value };
}

/** Typed as a place, in its column, with the ending of one: 孟庄村, which among the file's own words could be a name. */
function isTypedPlace(value: string, field: string): boolean {
  return (
    field.startsWith("place.") && /^\p{Script=Han}{2,20}$/u.test(value) && /[村镇乡县市区旗]$/.test(value)
  );
}

function openValue(key: ImportKey, { sheet, row, letter }: store.CorrectionRow, sealed: Buffer): string {
  return secrets().envelope.open(sealed, correctionCell(key, { sheet, row, letter })).toString();
}

/**
 * Keeps what should stand in a cell.
 * @throws Problem import.not-found, import.not-ready, import.unknown-column, import.unknown-row,
 * import.cell-unreadable
 */
export async function correctCell(work: Work, input: CellToCorrect): Promise<ImportCorrectionList> {
  const { county, id, sheet, row, letter, value } = input;
  await requireMendable(work, { county, id });
  const batch = await holdMendable(work, { county, id });
  const { preview } = batch;
  const { label, field } = columnAt(batch, input);
  const problem = problemOfCell(value, { field, label, latestBirthYear: preview.year + 1 });
  if (problem) throw importProblems["import.cell-unreadable"]({ ...problem });
  await store.upsertCorrection(work.tx, {
    county_code: county,
    import_id: id,
    sheet,
    row,
    letter,
    area_code: batch.areaCode,
    value_cipher: secrets().envelope.seal(value, correctionCell({ county, id }, input)),
    is_checked: false,
    person_id: work.actor.personId,
    corrected_at: work.now,
  });
  const subject = { kind: "import", id, area: batch.areaCode };
  await recordAudit(work, "import.correct", subject, { sheet, row, letter, field: field.key });
  return listCorrections(work, { county, id });
}

/**
 * Drops what was typed for a cell, so that the file's own value counts again, and makes a fresh preview.
 * @throws Problem import.not-found, import.not-ready
 */
export async function withdrawCorrection(work: Work, input: CorrectionToWithdraw): Promise<ImportBatch> {
  const { county, id, sheet, row, letter } = input;
  const batch = await readAgain(work, { county, id });
  await store.deleteCorrection(work.tx, { county, id }, input);
  const subject = { kind: "import", id, area: batch.areaCode };
  await recordAudit(work, "import.withdraw-correction", subject, { sheet, row, letter });
  return batch;
}

type Mendable = ImportBatch & { preview: ImportPreview };

/** Held until the correction is kept: nobody starts applying what was looked at before it. */
async function holdMendable(work: Work, key: ImportKey): Promise<Mendable> {
  await holdBatch(work.tx, key);
  return requireMendable(work, key);
}

async function requireMendable(work: Work, key: ImportKey): Promise<Mendable> {
  const batch = await getImport(work, key);
  const { preview, state } = batch;
  if (!mendable.has(state) || !preview) throw importProblems["import.not-ready"]({ state });
  return { ...batch, preview };
}

function columnAt(
  { preview }: Mendable,
  { sheet, row, letter }: CellToCorrect,
): { label: string; field: Field } {
  const found = preview.sheets.find((one) => one.name === sheet);
  if (found && (row <= found.headerRow || row > (found.lastRow ?? row)))
    throw importProblems["import.unknown-row"]({ row });
  const column = found?.columns.find((one) => one.letter === letter);
  const field = column?.field ? findField(column.field) : undefined;
  if (!column || !field) throw importProblems["import.unknown-column"]({ column: letter });
  return { label: column.label, field };
}

/** Makes a fresh preview with what was put right. @throws Problem import.not-found, import.not-ready */
export async function checkAgain(work: Work, key: ImportKey): Promise<ImportBatch> {
  const batch = await readAgain(work, key);
  const corrected = await store.countUnchecked(work.tx, key);
  await recordAudit(
    work,
    "import.check-again",
    { kind: "import", id: key.id, area: batch.areaCode },
    { corrected },
  );
  return batch;
}

/** Once the import is written: what each correction came to, masked where it is personal. */
export async function keepEffects(
  work: Work,
  key: ImportKey,
  made: readonly MadeCorrection[],
  { preview: { rejected, remarks }, plans }: ComparedImport,
): Promise<void> {
  const written = new Set(plans.flatMap(({ rows }) => rows.household_year.map((row) => row["register_no"])));
  const rejectedRows = new Set(rejected.map(({ sheet, row }) => `${row}/${sheet}`));
  const leftOut = new Set(remarks.map(({ sheet, row, column }) => `${row}/${sheet}/${column}`));
  for (const { sheet, row, letter, label, field, registerNo, from, to } of made) {
    const isLost = rejectedRows.has(`${row}/${sheet}`) || leftOut.has(`${row}/${sheet}/${label}`);
    await store.updateEffect(
      work.tx,
      key,
      { sheet, row, letter },
      {
        from_text: field && shownCell(from, field),
        to_text: field && shownCell(to, field),
        is_written: registerNo !== null && written.has(registerNo) && !isLost,
      },
    );
  }
}

/** For reading: what was put right so far. For writing: only that with which the preview was made. */
export async function openCorrections(
  work: Work,
  key: ImportKey,
  { checkedOnly }: { checkedOnly: boolean } = { checkedOnly: false },
): Promise<CellCorrection[]> {
  const rows = await store.listCorrections(work.tx, key);
  return rows.flatMap((one) => {
    const { sheet, row, letter, value_cipher, is_checked } = one;
    if (!value_cipher || (checkedOnly && !is_checked)) return [];
    return [{ sheet, row, letter, value: openValue(key, one, value_cipher) }];
  });
}
