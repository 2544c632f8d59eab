/** What a preview tells of rows that are not taken: in the order of the file, with nothing personal in it. */
import type { ImportPreview } from "../import.contract.ts";
import { harmlessRegisterNo, shownCell } from "../quote.ts";
import type { Reject } from "../reading.contract.ts";
import type { PlacedFile } from "./compare.ts";
import type { CountyPlan } from "./plan.ts";

type ToldPlaces = Pick<ImportPreview, "rejected" | "outside" | "remarks">;

export function toldPlaces(placed: PlacedFile, plans: readonly CountyPlan[]): ToldPlaces {
  const { faults } = placed;
  const rejected = [...faults.rejects, ...placed.rejected, ...plans.flatMap((plan) => plan.rejected)];
  const remarks = [...faults.remarks, ...plans.flatMap((plan) => plan.remarks)];
  return {
    rejected: shown(rejected, placed),
    outside: shown(placed.outside, placed),
    remarks: shown(remarks, placed),
  };
}

/** As they stand in the file: sheet by sheet, row by row. */
function shown(rejected: Reject[], { villageOf }: PlacedFile): ImportPreview["rejected"] {
  const sheets = [...new Set(rejected.map((one) => one.sheet))];
  return rejected
    .sort((a, b) => sheets.indexOf(a.sheet) - sheets.indexOf(b.sheet) || a.row - b.row)
    .map(({ sheet, row, registerNo, column, reason, cell, place }) => ({
      sheet,
      row,
      registerNo: harmlessRegisterNo(registerNo),
      village: villageOf({ registerNo, ...(place && { place }) }),
      column,
      value: cell ? shownCell(cell.text, cell.field) : null,
      reason,
    }));
}

const firstRows = 20;

/** What is kept with the batch itself: all the places are kept beside it (import-reject.service.ts). */
export function receiptOf(preview: ImportPreview): ImportPreview {
  const first = (places: ImportPreview["rejected"]) => places.slice(0, firstRows);
  const { rejected, outside, remarks } = preview;
  return { ...preview, rejected: first(rejected), outside: first(outside), remarks: first(remarks) };
}
