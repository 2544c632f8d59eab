/**
 * Which column of a file is which field, as a person says it. Saying it reads the file again; it is remembered for the place
 * of the import and the layout, so that the next file of the kind is read the same way.
 */
import { z } from "zod";
import type { Work } from "../access/work.ts";
import { recordAudit } from "../audit/event.service.ts";
import { getImport, readAgain } from "./import-batch.service.ts";
import {
  type ImportBatch,
  type ImportPreview,
  type ImportSheet,
  RegisterLayout,
  type UnreadSheet,
} from "./import.contract.ts";
import type { ImportFieldList, MappingKey, MappingToSave } from "./import-mapping.contract.ts";
import * as store from "./import-mapping.sql.ts";
import { importProblems } from "./import.problems.ts";
import { type Field, findField, listFields } from "./reading-fields.ts";
import { type MappingsOfLayouts, mapColumns, mappingByKey } from "./reading/columns.ts";
import { columnsOfLayout, isFieldOf, recogniseLayout } from "./reading/layout.ts";
import { labelKey } from "./reading/text.ts";
import { namesOf } from "./register-field.ts";

const Columns = z.record(z.string(), z.string().nullable());

/** What was said about layouts before, and when. */
export interface RememberedMappings {
  mappings: MappingsOfLayouts;
  mappedAt: ReadonlyMap<string, Date>;
}

/** Fields that are no longer in the catalogue are forgotten, so that a file can always be read. */
export async function rememberedMappings(
  work: Work,
  county: string,
  areaCode: string,
): Promise<RememberedMappings> {
  const rows = await store.listMappings(work.tx, county, areaCode);
  const known = rows.map((row) => {
    const columns = Object.entries(Columns.parse(row.columns));
    return [row.fingerprint, Object.fromEntries(columns.filter(([, key]) => isKnown(key)))] as const;
  });
  return {
    mappings: Object.fromEntries(known),
    mappedAt: new Map(rows.map((row) => [row.fingerprint, row.mapped_at])),
  };
}

function isKnown(key: string | null): boolean {
  return key === null || findField(key) !== undefined;
}

/** What a preview was read with: what is written is read the same way. */
export function mappingsOf({ sheets }: Pick<ImportPreview, "sheets">): MappingsOfLayouts {
  return Object.fromEntries(
    sheets.map(({ fingerprint, columns }) => [
      fingerprint,
      Object.fromEntries(columns.flatMap(({ label, field, isChosen }) => (isChosen ? [[label, field]] : []))),
    ]),
  );
}

export function listImportFields(): ImportFieldList {
  const layoutsOf = (field: Field) => RegisterLayout.options.filter((layout) => isFieldOf(layout, field));
  return {
    fields: listFields().map((field) => {
      const { key, title, unit = null } = field;
      return { key, title, unit, layouts: layoutsOf(field) };
    }),
  };
}

/**
 * Remembers what the columns of a sheet mean and reads the file again.
 * @throws Problem import.not-found, import.not-ready, import.unknown-column, import.field-not-here, import.field-twice,
 * import.columns-needed
 */
export async function saveMapping(work: Work, input: MappingToSave): Promise<ImportBatch> {
  const { fingerprint, columns, ...key } = input;
  const batch = await getImport(work, key);
  const sheet = sheetOf(batch, fingerprint);
  requireMapping("layout" in sheet ? sheet.layout : (batch.layout ?? "roster"), sheet, columns);
  await store.upsertMapping(work.tx, {
    county_code: batch.county,
    area_code: batch.areaCode,
    fingerprint,
    columns: JSON.stringify(columns),
    person_id: work.actor.personId,
    mapped_at: work.now,
  });
  const subject = { kind: "import", id: key.id, area: batch.areaCode };
  await recordAudit(work, "import.map", subject, { fingerprint, columns: byLetter(sheet, columns) });
  return readAgain(work, key);
}

/**
 * Forgets what was said about the columns of a sheet and reads the file again.
 * @throws Problem import.not-found, import.not-ready, import.unknown-column
 */
export async function forgetMapping(work: Work, input: MappingKey): Promise<ImportBatch> {
  const { fingerprint, ...key } = input;
  const batch = await getImport(work, key);
  sheetOf(batch, fingerprint);
  await store.deleteMapping(work.tx, batch.county, batch.areaCode, fingerprint);
  const subject = { kind: "import", id: key.id, area: batch.areaCode };
  await recordAudit(work, "import.unmap", subject, { fingerprint });
  return readAgain(work, key);
}

/** C=member.name, J=: what the record keeps; labels are the file's own words. */
function byLetter(sheet: ImportSheet, columns: MappingToSave["columns"]): string[] {
  return sheet.columns.flatMap(({ letter, label }) =>
    label in columns ? [`${letter}=${columns[label] ?? ""}`] : [],
  );
}

function sheetOf({ preview, unread, state }: ImportBatch, fingerprint: string): ImportSheet | UnreadSheet {
  const sheets = [...(preview?.sheets ?? []), ...unread];
  if (sheets.length === 0) throw importProblems["import.not-ready"]({ state });
  const sheet = sheets.find((one) => one.fingerprint === fingerprint);
  if (!sheet) throw importProblems["import.unknown-column"]({ column: fingerprint.slice(0, 8) });
  return sheet;
}

/** The file must stay readable: a mapping that takes its key columns away is not accepted. */
function requireMapping(
  layout: z.infer<typeof RegisterLayout>,
  sheet: ImportSheet,
  columns: MappingToSave["columns"],
): void {
  const labels = new Set(sheet.columns.map(({ label }) => label));
  for (const [label, key] of Object.entries(columns)) {
    if (!labels.has(label)) throw importProblems["import.unknown-column"]({ column: label });
    const field = key === null ? null : findField(key);
    if (field === undefined || (field && !isFieldOf(layout, field)))
      throw importProblems["import.field-not-here"]({ column: label });
  }
  const named = sheet.columns.map(({ label }) => ({ text: label, key: labelKey(label) }));
  const mapped = columnsOfLayout(mapColumns(named, mappingByKey(columns)), layout);
  const keys = mapped.flatMap(({ field }) => field?.key ?? []);
  requireOnce(keys);
  const found = recogniseLayout(mapped);
  if (found?.missing.length === 0 && found.layout === recogniseLayout(withFields(sheet))?.layout) return;
  throw importProblems["import.columns-needed"](columnsNeeded(sheet, found?.missing ?? [], keys));
}

/** What no column is any more: the fields that are missing, or else the columns that had been something. */
function columnsNeeded(
  sheet: ImportSheet,
  missing: readonly string[],
  keys: readonly string[],
): { zh: string; en: string } {
  const gone = sheet.columns.filter(({ field }) => field !== null && !keys.includes(field));
  const names =
    missing.length > 0 ? missing.map(namesOf) : gone.map(({ label }) => ({ zh: label, en: label }));
  return { zh: names.map(({ zh }) => zh).join("、"), en: names.map(({ en }) => en).join(", ") };
}

function withFields({ columns }: ImportSheet): { field: Field | null }[] {
  return columns.map(({ field }) => ({ field: field === null ? null : (findField(field) ?? null) }));
}

/** A field takes one column, unless it is a list or a sum. */
function requireOnce(keys: readonly string[]): void {
  for (const [at, key] of keys.entries()) {
    const field = findField(key);
    if (!field || field.many || field.sum || keys.indexOf(key) === at) continue;
    throw importProblems["import.field-twice"]({ ...field.title });
  }
}
