/** Which failed rules ask somebody to do something, and which of them first. */
const severities = ["must", "should", "suspicious"];
const kinds = ["criterion", "risk", "quality"];

interface Ranked {
  kind: string;
  severity: string;
}

/** Not to belong to a class of households is no finding. */
export function isFinding({ kind }: Pick<Ranked, "kind">): boolean {
  return kinds.includes(kind);
}

/** The gravest first; of the same gravity what decides an exit before what may be wrong in the data. */
export function compareFindings(a: Ranked, b: Ranked): number {
  return (
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    kinds.indexOf(a.kind) - kinds.indexOf(b.kind)
  );
}
