/** A what-if for a person to read: who changes, from what to what, place by place, and what is left out. */
import type { WhatIf, WhatIfSum } from "../../domain/verdicts/what-if/what-if.contract.ts";

const outcomes = {
  pass: "达标 pass",
  fail: "未达标 fail",
  unknown: "待核实 unknown",
  notApplicable: "不适用 not applicable",
} as const;

export function whatIfLines(found: WhatIf): string[] {
  const { total, children, counties } = found;
  const moved = total.cells.filter(({ from, to }) => from !== to);
  return [
    `${found.title.zh} / ${found.title.en}`,
    `${found.area.name} ${found.year}年：${sizeOf(total.changed)} 会变 would change，共 of ${sizeOf(total.all)}`,
    ...moved.map((cell) => `  ${outcomes[cell.from]} → ${outcomes[cell.to]}: ${sizeOf(cell)}`),
    ...children
      .filter(({ changed }) => changed.households > 0)
      .map(({ name, changed, all }) => `  ${name}: ${sizeOf(changed)} / ${sizeOf(all)}`),
    ...(counties.cut ? [`时间到 out of time: ${counties.judged} / ${counties.of} 个县 counties`] : []),
    ...left("未评估 not evaluated", counties.notEvaluated),
    ...left("规则无效 not in force", counties.notInForce),
    ...left("另有标准线 a line of its own", counties.ownLine),
    ...(found.stale ? ["评估用的是旧版政策 evaluated under older policies"] : []),
    "没有写入任何判定 no verdict was written",
  ];
}

function left(words: string, places: WhatIf["counties"]["notInForce"]): string[] {
  return places.length === 0 ? [] : [`${words}: ${places.map(({ name }) => name).join("、")}`];
}

function sizeOf({ households, persons }: WhatIfSum["all"]): string {
  return `${households} 户 households ${persons} 人 persons`;
}
