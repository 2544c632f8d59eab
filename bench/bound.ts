/** A measured figure that has a bound: what was measured, how much is allowed, and whether it holds. */
import { loadavg } from "node:os";

export interface BoundResult {
  step: string;
  /** What the figure is, in words. */
  what: string;
  value: number;
  unit: "%" | "s" | "ms";
  /** The value may be this at most. */
  bound: number;
  met: boolean;
  /** Figures beside it that have no bound. */
  beside: Record<string, number | string>;
  wallSeconds: number;
  /** Of the last minute: on a busy machine times are longer. */
  load: number;
}

/** What a step says of one figure; the time of the whole step is added. */
export type Finding = Pick<BoundResult, "what" | "value" | "unit" | "bound"> & {
  beside?: BoundResult["beside"];
};

export function boundResult(step: string, finding: Finding, wallSeconds: number): BoundResult {
  const { what, value, unit, bound, beside = {} } = finding;
  return {
    step,
    what,
    value,
    unit,
    bound,
    met: value <= bound,
    beside,
    wallSeconds: Math.round(wallSeconds * 1000) / 1000,
    load: Math.round((loadavg()[0] ?? 0) * 100) / 100,
  };
}

export function describeBound(result: BoundResult): string {
  const { step, what, value, unit, bound, met, beside, wallSeconds, load } = result;
  const others = Object.entries(beside).map(([name, other]) => `; ${name} ${rounded(other)}`);
  return (
    `${met ? "met    " : "NOT MET"}  ${step}: ${what} ${rounded(value)} ${unit}, bound ${bound} ${unit}` +
    `${others.join("")}  (${wallSeconds.toFixed(1)} s, load ${load})`
  );
}

function rounded(value: number | string): string {
  return typeof value === "string" ? value : String(Number(value.toPrecision(3)));
}
