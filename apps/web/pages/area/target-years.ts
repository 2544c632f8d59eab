/** Targets as a table: a row a year, a column a kind, the sums at the foot; each year with the sentences it rests on. */
import type { Target, TargetsOfArea } from "../../../../domain/targets/target.contract.ts";

export interface TargetSource {
  document: string;
  documentDate: string | null;
  quote: string;
}

export interface TargetYear {
  year: number;
  /** One a column; undefined where nothing was planned. */
  cells: (Target | undefined)[];
  sources: TargetSource[];
}

export interface TargetTable {
  kinds: Pick<Target, "kind" | "title" | "unit">[];
  years: TargetYear[];
  /** One a column; null where a single year has the kind. */
  totals: (number | null)[];
}

export function targetTableOf({ targets, totals }: TargetsOfArea): TargetTable {
  const kinds = targets.filter(
    (target, index) => targets.findIndex((one) => one.kind === target.kind) === index,
  );
  const years = [...new Set(targets.map((target) => target.year))].map((year) => {
    const ofYear = targets.filter((target) => target.year === year);
    return {
      year,
      cells: kinds.map(({ kind }) => ofYear.find((target) => target.kind === kind)),
      sources: sourcesOf(ofYear),
    };
  });
  return {
    kinds,
    years,
    totals: kinds.map(({ kind }) => totals.find((total) => total.kind === kind)?.planned ?? null),
  };
}

/** One sentence often states several numbers: it is shown once. */
function sourcesOf(targets: readonly Target[]): TargetSource[] {
  return targets
    .filter((target, index) => targets.findIndex((one) => isSameSource(one, target)) === index)
    .map(({ document, documentDate, quote }) => ({ document, documentDate, quote }));
}

function isSameSource(one: Target, other: Target): boolean {
  return one.document === other.document && one.quote === other.quote;
}
