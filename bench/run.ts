/**
 * npm run bench -- [SUITE] --size 25k|1m [--json]: one line a step with wall and CPU seconds, and the same work by a
 * peer in the same run. Suites: register (default), face (what a reader of a whole city waits for in a browser), list (filters
 * and pages of a city's list, without a browser), survey (the engines of the survey against their bounds; it has no size).
 */
import { parseArgs } from "node:util";
import { runCityListBench } from "./city-list.ts";
import { runFaceBench } from "./face.ts";
import { runRegisterBench } from "./register.ts";
import { type BoundResult, describeBound } from "./bound.ts";
import type { StepResult } from "./step.ts";
import { runSurveyBench } from "./survey.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { size: { type: "string", default: "25k" }, json: { type: "boolean", default: false } },
});

type Report = (result: StepResult | BoundResult) => void;
const suites: Record<string, (size: number, report: Report) => Promise<void>> = {
  register: runRegisterBench,
  face: runFaceBench,
  list: runCityListBench,
  survey: runSurveyBench,
};

const suite = suites[positionals[0] ?? "register"];
const size = readSize(values.size);
if (!suite || size === undefined) {
  process.stderr.write(
    `Suites: ${Object.keys(suites).join(", ")}. Sizes: 25k, 100k, 1m or a number of households.\n`,
  );
  process.exit(2);
}
await suite(size, (result) =>
  process.stdout.write(`${values.json ? JSON.stringify(result) : sentenceOf(result)}\n`),
);

function sentenceOf(result: StepResult | BoundResult): string {
  return "bound" in result ? describeBound(result) : describe(result);
}

function readSize(text: string): number | undefined {
  const match = /^(\d+)(k|m)?$/i.exec(text);
  if (!match) return undefined;
  const factor = match[2]?.toLowerCase() === "k" ? 1_000 : match[2] ? 1_000_000 : 1;
  return Number(match[1]) * factor;
}

function describe(step: StepResult): string {
  const seconds = (value: number | null): string => (value === null ? "–" : value.toFixed(3)).padStart(9);
  const spread =
    step.p95Milliseconds === undefined
      ? ""
      : `  p50 ${step.p50Milliseconds} ms  p95 ${step.p95Milliseconds} ms  max ${step.maxMilliseconds} ms  load ${step.load}` +
        (step.inexact === undefined ? "" : `  not exact ${step.inexact} of ${step.calls}`);
  return (
    `${step.step.padEnd(14)} ${String(step.households).padStart(8)}  wall ${seconds(step.wallSeconds)} s` +
    `  cpu ${seconds(step.cpuSeconds)} s  ${step.peer ?? "no peer"} ${seconds(step.peerCpuSeconds)} s` +
    `  ratio ${step.ratio === null ? "–" : step.ratio.toFixed(2)}${spread}`
  );
}
