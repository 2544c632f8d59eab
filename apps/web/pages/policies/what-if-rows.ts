/** The pages of a list behind a what-if, read so far, as one list. */
import type { WhatIfRow, WhatIfRows } from "../../../../domain/verdicts/what-if/what-if.contract.ts";

export interface RowsFound {
  rows: WhatIfRow[];
  /** Time was up before all counties were read: what stands here is a part, and no row is no proof that there is none. */
  isCut: boolean;
}

export function rowsFound(pages: readonly Pick<WhatIfRows, "rows" | "cut">[]): RowsFound {
  return { rows: pages.flatMap((page) => page.rows), isCut: pages.some((page) => page.cut) };
}
