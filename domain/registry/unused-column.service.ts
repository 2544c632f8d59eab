/** Which columns of an imported file are not used, and why: nothing that a file says is passed over in silence. */
import type { Work } from "../access/work.ts";
import { getImport } from "./import-batch.service.ts";
import {
  type ImportBatch,
  type ImportKey,
  type ImportSheet,
  RegisterLayout,
  type UnreadSheet,
} from "./import.contract.ts";
import { type Field, findField, findFieldByLabel } from "./reading-fields.ts";
import { factorOf } from "./reading/columns.ts";
import { isFieldOf, recogniseLayout } from "./reading/layout.ts";
import { labelKey } from "./reading/text.ts";
import type { UnusedColumn, UnusedColumnList } from "./unused-column.contract.ts";
import { findUnused } from "./unused-column.ts";

/** Of the sheets that were read and of those that wait. @throws Problem import.not-found */
export async function listUnusedColumns(work: Work, key: ImportKey): Promise<UnusedColumnList> {
  const batch = await getImport(work, key);
  const sheets = [...(batch.preview?.sheets ?? []), ...batch.unread];
  return { columns: sheets.flatMap((sheet) => unusedOf(sheet, layoutOf(batch, sheet))) };
}

function layoutOf({ layout }: ImportBatch, sheet: ImportSheet | UnreadSheet): RegisterLayout {
  if ("layout" in sheet) return sheet.layout;
  const fields = sheet.columns.map(({ field }) => ({
    field: field === null ? null : (findField(field) ?? null),
  }));
  return recogniseLayout(fields)?.layout ?? layout ?? "roster";
}

type Column = ImportSheet["columns"][number];
type Why = Pick<UnusedColumn, "recognised" | "reason"> & Partial<Pick<UnusedColumn, "layouts" | "template">>;

function unusedOf(sheet: ImportSheet, layout: RegisterLayout): UnusedColumn[] {
  return sheet.columns.flatMap((column) => {
    const why = column.field === null ? whyUnused(column, sheet) : whyIgnored(column.field, layout);
    const { letter, label } = column;
    return why ? [{ sheet: sheet.name, letter, label, layouts: [], template: null, ...why }] : [];
  });
}

/** A column without a field. */
function whyUnused({ label, isChosen }: Column, { columns }: ImportSheet): Why {
  const field = findFieldByLabel(labelKey(label))?.field;
  const known = field ? undefined : findUnused(label);
  const recognised = field?.title ?? known?.title ?? null;
  if (isChosen) return { recognised, reason: "leftOut" };
  if (field) return whyNotField(field, label);
  if (known?.reason === "otherTemplate")
    return { recognised, reason: "otherTemplate", template: known.template };
  if (known) return { recognised, reason: known.reason };
  const first = firstOfLabel(label, columns);
  if (first === undefined) return { recognised, reason: "unknown" };
  return { recognised: findFieldByLabel(labelKey(first))?.field.title ?? null, reason: "repeated" };
}

/** The label is that of a field, and yet the column is none. */
function whyNotField(field: Field, label: string): Why {
  if (factorOf(labelKey(label), field) === undefined) return { recognised: field.title, reason: "unit" };
  const layouts = RegisterLayout.options.filter((one) => isFieldOf(one, field));
  return { recognised: field.title, reason: "otherTemplate", layouts };
}

/** 风险是否已消除0 is the second column with the label 风险是否已消除. */
function firstOfLabel(label: string, columns: readonly Column[]): string | undefined {
  const first = label.replace(/\d+$/, "");
  return first !== label && columns.some((one) => one.label === first) ? first : undefined;
}

/** A file that only updates finds its households by number: where they live, and in a file of households who lives there, is as the register has it. */
function whyIgnored(key: string, layout: RegisterLayout): Why | undefined {
  const isPlace = key === "place.township" || key === "place.village";
  const isPerson = /^member(_year)?\./.test(key);
  const hasPersons = layout === "roster" || layout === "monitoringPersons";
  if (layout === "roster" || !(isPlace || (isPerson && !hasPersons))) return undefined;
  return { recognised: findField(key)?.title ?? null, reason: "fromRegister" };
}
