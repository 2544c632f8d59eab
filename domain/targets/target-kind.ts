/** What a plan may set, read from policies/targets.yaml once. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { z } from "zod";
import { BothLanguages } from "../../platform/both-languages.contract.ts";
import { TargetUnit } from "./target.contract.ts";

/** Counts of the register (系统数) that may stand beside a target (计划数). */
const SystemCount = z.enum(["exited_households", "exited_persons"]);
export type SystemCount = z.infer<typeof SystemCount>;

const TargetKind = z.strictObject({
  id: z.string(),
  title: BothLanguages,
  unit: TargetUnit,
  system: SystemCount.nullable(),
});
export type TargetKind = z.infer<typeof TargetKind>;

const path = fileURLToPath(new URL("../../policies/targets.yaml", import.meta.url));

/** All kinds in the order of the file. */
export const targetKinds: readonly TargetKind[] = z
  .array(TargetKind)
  .parse(parse(readFileSync(path, "utf8")));

export function findTargetKind(id: string): TargetKind | undefined {
  return targetKinds.find((kind) => kind.id === id);
}
