/** How `indicator` answers: the value with both parts and their unit, what it rests on, what was published beside it. */
import { percentOf } from "../../engines/figure/percent.ts";
import type { IndicatorValue } from "../../domain/verdicts/figures/figure.service.ts";
import type { Outcome } from "./output.ts";

export function indicatorAnswer(found: IndicatorValue): Outcome {
  // The shape of the answer is promised: who is not on record, and where a denominator is from, is told in the lines.
  const { notOnRecord, denominatorNote, ...json } = found;
  const { title, area, year, formula, missing, staleReason, adjustment, asOf, snapshot, policyVersion } =
    found;
  return {
    json,
    lines: [
      `${title.zh} ${title.en}（${area} ${year}）: ${valueOf(found)}`,
      ...partLines(found),
      ...(notOnRecord ? [`未登记 not on record: ${grouped(notOnRecord)} ${found.partUnit}`] : []),
      ...(missing ? [missing.zh, missing.en] : []),
      ...(denominatorNote ? [`分母 denominator: ${denominatorNote.zh} / ${denominatorNote.en}`] : []),
      ...(staleReason ? [staleReason.zh, staleReason.en] : []),
      ...(adjustment
        ? [
            `动态调整 adjustment: ${adjustment.baseYear}年${grouped(adjustment.basePersons)}人 → ` +
              `${year}年${grouped(adjustment.persons)}人，净 net ${grouped(adjustment.net)}人`,
          ]
        : []),
      ...publishedLines(found),
      `口径 formula: ${formula.zh} / ${formula.en}`,
      ...(asOf === null
        ? []
        : [
            `截至 as of: ${asOf}，快照 snapshot: ${snapshot}，政策版本 policy version: ${policyVersion ?? "—"}`,
          ]),
    ],
  };
}

function valueOf({
  partUnit,
  unit,
  value,
  numerator,
  denominator,
  households,
  poorVillages,
  id,
}: IndicatorValue): string {
  if (numerator === null) return "—";
  if (unit !== "ratio") {
    const beside =
      id === "headcount" ? `（${grouped(households)} 户，贫困村 ${grouped(poorVillages)} 个）` : "";
    return `${grouped(numerator)} ${unit}${beside}`;
  }
  const parts = `${grouped(numerator)} / ${grouped(denominator)} ${partUnit}`;
  const isKnown = value !== null && denominator !== null;
  return isKnown ? `${percentOf(numerator, denominator)}（${parts}）` : `— （${parts}）`;
}

/** The sum of some counties is not the figure of their city. */
function partLines({ counties }: IndicatorValue): string[] {
  if (!counties || counties.evaluated >= counties.all) return [];
  const { evaluated, all } = counties;
  return [
    `注意：${all}个县中只有${evaluated}个已评估 / note: only ${evaluated} of ${all} counties are evaluated`,
  ];
}

function publishedLines({ published }: IndicatorValue): string[] {
  if (!published) return [];
  const { numerator, denominator, document, publishedOn, quote, derived, asOf } = published;
  const parts = denominator === null ? grouped(numerator) : `${grouped(numerator)} / ${grouped(denominator)}`;
  return [
    `公布 published: ${numerator === null ? "未公布" : parts}（${asOf.zh}；${document} ${publishedOn ?? ""}）`,
    `原文 quote: ${quote}`,
    ...(derived ? [`注意 note: ${derived.zh} / ${derived.en}`] : []),
  ];
}

function grouped(value: number | null): string {
  return value === null ? "—" : value.toLocaleString("en-US");
}
