/** The title on paper, above what the screen shows without one. */
import type { ReactNode } from "react";
import { usePrinting } from "./printing.ts";

export function PrintTitle({ children }: { children: ReactNode }) {
  return usePrinting() === null ? null : <p className="print-title">{children}</p>;
}
