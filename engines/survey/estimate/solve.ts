/** A small system of linear equations. */
import { InputError } from "../../input-error.ts";

/**
 * x with A·x = b, by Gaussian elimination with partial pivoting of the equations scaled to a diagonal of 1 (A is a matrix of
 * products: symmetric, not negative).
 *
 * @throws InputError estimate.auxiliaries-dependent when A is (nearly) singular
 */
export function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const scale = matrix.map((line, at) => 1 / Math.sqrt(line[at] ?? 0));
  const lines = matrix.map((line, i) => [
    ...line.map((own, j) => own * (scale[i] ?? 0) * (scale[j] ?? 0)),
    (right[i] ?? 0) * (scale[i] ?? 0),
  ]);
  for (let at = 0; at < lines.length; at++) {
    const pivot = takePivot(lines, at);
    for (let i = 0; i < lines.length; i++) {
      if (i === at) continue;
      const share = (lines[i]?.[at] ?? 0) / (pivot[at] ?? 1);
      lines[i] = (lines[i] ?? []).map((own, j) => own - share * (pivot[j] ?? 0));
    }
  }
  return lines.map((line, at) => ((line.at(-1) ?? 0) / (line[at] ?? 1)) * (scale[at] ?? 0));
}

/** Moves the equation with the largest coefficient of the unknown to its place. */
function takePivot(lines: number[][], at: number): number[] {
  const size = (i: number) => Math.abs(lines[i]?.[at] ?? 0);
  let best = at;
  for (let i = at + 1; i < lines.length; i++) if (size(i) > size(best)) best = i;
  const [pivot, other] = [lines[best] ?? [], lines[at] ?? []];
  if (!(size(best) > 1e-11)) {
    throw new InputError("estimate.auxiliaries-dependent", {
      zh: "用来校准的变量里，有一个能由其他几个推出：请去掉一个。",
      en: "One of the variables to calibrate to follows from the others: leave one out.",
    });
  }
  [lines[at], lines[best]] = [pivot, other];
  return pivot;
}
