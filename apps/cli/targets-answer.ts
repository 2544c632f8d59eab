/** `indicator targets`: the planned numbers of a place, each with its document, and their sums. */
import type { Work } from "../../domain/access/work.ts";
import { listTargets } from "../../domain/targets/target.service.ts";
import type { Outcome } from "./output.ts";

export async function targetsAnswer(work: Work, area: string, year: number | undefined): Promise<Outcome> {
  const found = await listTargets(work, area);
  const targets = found.targets.filter((target) => year === undefined || target.year === year);
  const totals = year === undefined ? found.totals : [];
  return {
    json: { id: "targets", area, targets, totals },
    lines: [
      ...(targets.length === 0 ? ["未录入任务 no target was entered"] : []),
      ...targets.map(
        ({ year: of, title, planned, unit, system, split, document }) =>
          `${of} ${title.zh} ${title.en}: 计划数 planned ${planned} ${unit}，系统数 register ${system ?? "—"}` +
          `${split ? "" : "，未分解 no parts"}（${document}）`,
      ),
      ...totals.map(({ title, planned, unit }) => `合计 total ${title.zh}: ${planned} ${unit}`),
    ],
  };
}
