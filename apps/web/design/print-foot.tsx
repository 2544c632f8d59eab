/** The last lines on paper: what was printed, as of when, from which snapshot, and when. Nothing on the screen. */
import { useTranslation } from "react-i18next";
import { formatTime } from "./numbers.ts";
import { usePrinting } from "./printing.ts";
import { useSnapshotWords } from "./snapshot-words.ts";

interface PrintFootProps {
  title: string;
  year: number | undefined;
  asOf?: string | null | undefined;
  snapshot?: string | null | undefined;
  policyVersion?: string | null | undefined;
  /** What else has to be known about what was printed. */
  notes?: readonly string[];
}

export function PrintFoot({ title, year, asOf, snapshot, policyVersion, notes = [] }: PrintFootProps) {
  const { t } = useTranslation();
  const { whole } = useSnapshotWords();
  const printedAt = usePrinting();
  if (printedAt === null) return null;
  const words = [
    title,
    year !== undefined && t("state.year", { year }),
    asOf && t("state.asOf", { time: formatTime(asOf) }),
    snapshot && whole(snapshot),
    policyVersion && t("state.policyVersion", { id: policyVersion }),
    ...notes,
    t("state.printed", { time: formatTime(printedAt) }),
  ].filter((part) => typeof part === "string");
  return (
    <p className="print-foot provenance">
      {words.map((part) => (
        <span key={part}>{part}</span>
      ))}
    </p>
  );
}
