/** Households of a file that live outside the area of who imports: not his to write, and no fault of the file. */
import type { Scope } from "../../../platform/db/database.ts";
import type { ReadRegister, Reject } from "../reading.contract.ts";
import type { Comparison } from "./plan.ts";
import { rejectOutside } from "./rejects.ts";

export function isOutside(code: string, { areaLow, areaHigh }: Scope): boolean {
  return code < areaLow || code > areaHigh;
}

/** What reading found wrong in rows that are not the actor's either is not told him as a fault. */
export function setApart(
  { rejects, remarks }: Pick<ReadRegister, "rejects" | "remarks">,
  households: Reject[],
  labelIn: Comparison["labelIn"],
  livesOutside: (one: Reject) => boolean,
): { outside: Reject[]; faults: { rejects: Reject[]; remarks: Reject[] } } {
  const foreign = rejects.filter(livesOutside).map((one) => rejectOutside(one, labelIn));
  return {
    outside: oneAHousehold([...households, ...foreign]),
    faults: {
      rejects: rejects.filter((one) => !livesOutside(one)),
      remarks: remarks.filter((one) => !livesOutside(one)),
    },
  };
}

/** A row without a household number that can be read stands for itself. */
function oneAHousehold(outside: Reject[]): Reject[] {
  const byHousehold = Map.groupBy(outside, ({ registerNo, sheet, row }) => registerNo ?? `${row}/${sheet}`);
  return [...byHousehold.values()].flatMap(([first]) => first ?? []);
}
