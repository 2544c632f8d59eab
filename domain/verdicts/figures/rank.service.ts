/** Ranks of places that share a parent. What the scope does not reach is not compared with. */
import { wholeCountryCode } from "../../access/system-work.ts";
import { type Work, requireArea, scopeOf } from "../../access/work.ts";
import type { Area } from "../../registry/division.contract.ts";
import { getDivisionTree } from "../../registry/division.service.ts";
import { readStandardRows } from "../policy/applied-rule.ts";
import { getNewestBookYear } from "../evaluation/evaluation.service.ts";
import { type AreaRow, findAreaRow, listChildRows } from "./figure.sql.ts";
import { type Indicator, indicators } from "./indicator-files.ts";
import { isWholeArea, noDenominator, partsOf, rangeOf } from "./measure.ts";
import { listRules } from "../policy/policy.sql.ts";
import { noProvenance, provenanceOf } from "./provenance.ts";
import type { Rank, RankedPlace, RankQuery } from "./rank.contract.ts";
import { compareRatios, ranksOf } from "./rank-order.ts";
import { explainRank } from "./rank-reason.ts";
import { countRules } from "./rule-count.ts";
import { verdictProblems } from "../verdict.problems.ts";

type Ranking = Indicator & { better: "low" | "high"; leastBase: number };

const rankings = indicators.filter(
  (one): one is Ranking => one.better !== undefined && one.leastBase !== undefined,
);

/** @throws Problem access.outside-area, area.not-found, verdict.no-book, verdict.unknown-indicator */
export async function rankArea(work: Work, areaCode: string, asked: RankQuery): Promise<Rank> {
  requireArea(work.actor, areaCode);
  const wanted = asked.indicator === undefined ? rankings : [getRanking(asked.indicator)];
  const year = asked.year ?? (await getNewestBookYear(work, areaCode));
  const { among, parent } = await peersOf(work, areaCode, asked.among);
  const together = await findAreaRow(work.tx, rangeOf(parent.code), year);
  const { indicator, measured } = await measurePeers(work, parent, wanted, year);
  const provenance = together ? await provenanceOf(work, parent.code, year, together) : noProvenance;
  return {
    area: areaCode,
    year,
    among,
    parent: { code: parent.code, name: parent.name },
    indicator: indicator.id,
    indicators: rankings.map(({ id, title, formula, better, partUnit }) => ({
      id,
      title,
      formula,
      better,
      partUnit,
    })),
    leastBase: indicator.leastBase,
    places: together
      ? await presentPlaces(work, { areaCode, parent, indicator, year, measured, together })
      : [],
    asOf: provenance.asOf,
    snapshot: provenance.snapshot,
    stale: provenance.stale,
  };
}

function getRanking(id: string): Ranking {
  const found = rankings.find((one) => one.id === id);
  if (found) return found;
  const known = rankings.map((one) => one.id).join(", ");
  throw verdictProblems["verdict.unknown-indicator"]({ id, known });
}

/** Siblings where the actor may see all of their parent; row security would hide the others anyway. */
async function peersOf(
  work: Work,
  areaCode: string,
  asked: RankQuery["among"],
): Promise<{ among: Rank["among"]; parent: Area }> {
  const own = await getDivisionTree(work, areaCode);
  const above = own.path.at(-2)?.code ?? (areaCode === wholeCountryCode ? null : wholeCountryCode);
  const isSeen = asked !== "children" && above !== null && scopeCovers(work, above);
  return isSeen
    ? { among: "siblings", parent: await getDivisionTree(work, above) }
    : { among: "children", parent: own };
}

function scopeCovers(work: Work, areaCode: string): boolean {
  const [mine, wanted] = [scopeOf(work.actor.areaCode), scopeOf(areaCode)];
  return mine.areaLow <= wanted.areaLow && mine.areaHigh >= wanted.areaHigh;
}

interface Measured {
  code: string;
  name: string;
  row: AreaRow;
  numerator: number;
  denominator: number | null;
  leastBase: number;
  /** Every county of the place was evaluated. */
  isWhole: boolean;
  /** Who is not on record is in no part of the ratio. */
  leavesOut: boolean;
}

/** By the first indicator that tells places apart; else that ranks one; else that any place has a ratio of. */
async function measurePeers(work: Work, parent: Area, wanted: readonly Ranking[], year: number) {
  const rows = await listChildRows(work.tx, rangeOf(parent.code), year);
  const measures: { indicator: Ranking; measured: Measured[] }[] = [];
  for (const indicator of wanted) {
    measures.push({ indicator, measured: await measureBy(work, indicator, parent, rows, year) });
  }
  const chosen =
    measures.find(({ measured }) => differs(measured.filter(isRankable))) ??
    measures.find(({ measured }) => measured.some(isRankable)) ??
    measures.find(({ measured }) => measured.some(({ denominator }) => denominator)) ??
    measures[0];
  if (!chosen) throw new Error("policies/indicators.yaml names no indicator that places are ranked by");
  return chosen;
}

function differs([first, ...others]: readonly Rankable[]): boolean {
  return first !== undefined && others.some((other) => compareRatios(first, other) !== 0);
}

async function measureBy(
  work: Work,
  indicator: Ranking,
  parent: Area,
  rows: ReadonlyMap<string, AreaRow>,
  year: number,
): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const { code, name } of parent.children) {
    const row = rows.get(code);
    if (row)
      measured.push({
        code,
        name,
        row,
        leastBase: indicator.leastBase,
        leavesOut: indicator.among !== undefined,
        isWhole: await isWholeArea(work, code, row),
        ...(await partsOf(work, indicator, code, year, row)),
      });
  }
  return measured;
}

interface Places {
  areaCode: string;
  parent: Area;
  indicator: Ranking;
  year: number;
  measured: readonly Measured[];
  together: AreaRow;
}

async function presentPlaces(work: Work, places: Places): Promise<RankedPlace[]> {
  const { areaCode, parent, indicator, year, measured } = places;
  const ranked = measured.filter(isRankable);
  const ranks = ranksOf(ranked, indicator.better);
  const reasonOf = await reasons(work, places, ranked);
  const shown = measured.map((one): RankedPlace => {
    const at = ranked.findIndex(({ code }) => code === one.code);
    return {
      code: one.code,
      name: one.name,
      own: one.code === areaCode,
      households: one.row.households,
      numerator: one.numerator,
      denominator: one.denominator,
      rank: ranks[at] ?? null,
      notRanked: at >= 0 ? null : whyNot(one, indicator, year),
      reason: at >= 0 ? reasonOf(one) : null,
    };
  });
  const unknown = parent.children.filter((child) => !measured.some((one) => one.code === child.code));
  return [...shown, ...unknown.map((place) => withoutBook(place, areaCode, year))].toSorted(
    (a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || a.code.localeCompare(b.code),
  );
}

/** A place that was not evaluated is one of the siblings all the same. */
function withoutBook({ code, name }: Area["children"][number], areaCode: string, year: number): RankedPlace {
  return {
    code,
    name,
    own: code === areaCode,
    households: 0,
    numerator: 0,
    denominator: null,
    rank: null,
    notRanked: {
      zh: `未排：没有${year}年评估过的台账`,
      en: `Not ranked: no book of ${year} is evaluated`,
    },
    reason: null,
  };
}

type Rankable = Measured & { denominator: number };

function isRankable(one: Measured): one is Rankable {
  return baseOf(one) >= one.leastBase && one.denominator !== null && one.denominator > 0;
}

/** Households that the ratio rests on: those who are not on record are none of them. */
function baseOf({ row, denominator, leavesOut }: Measured): number {
  return leavesOut ? (denominator ?? 0) : row.households;
}

function whyNot(place: Measured, indicator: Indicator, year: number): RankedPlace["notRanked"] {
  const { code, row, denominator, leastBase, isWhole, leavesOut } = place;
  if (row.households < leastBase) {
    return {
      zh: `未排：在册${row.households}户，不足${leastBase}户`,
      en: `Not ranked: ${row.households} households on the books, fewer than ${leastBase}`,
    };
  }
  if (leavesOut && denominator && denominator < leastBase) {
    return {
      zh: `未排：登记了的${denominator}户，不足${leastBase}户`,
      en: `Not ranked: ${denominator} households on record, fewer than ${leastBase}`,
    };
  }
  return denominator ? null : noDenominator(indicator, code, year, isWhole, row);
}

/** A place is worse than the others together, or better; exactly the same needs no reason. */
async function reasons(
  work: Work,
  { parent, indicator, year, together }: Places,
  ranked: readonly Rankable[],
): Promise<(place: Measured) => RankedPlace["reason"]> {
  const kind = indicator.explainedBy;
  if (kind === undefined) return () => null;
  const policy = { rules: await listRules(work.tx), standards: await readStandardRows(work.tx) };
  const all = countRules(policy, together, parent.code, year);
  const sum = ranked.reduce(
    (parts, one) => ({
      numerator: parts.numerator + one.numerator,
      denominator: parts.denominator + one.denominator,
    }),
    { numerator: 0, denominator: 0 },
  );
  return ({ code, row, numerator, denominator }) => {
    if (denominator === null) return null;
    const side = compareRatios({ numerator, denominator }, sum);
    if (side === 0) return null;
    const isWorse = indicator.better === "low" ? side > 0 : side < 0;
    return explainRank({ own: countRules(policy, row, code, year), together: all }, kind, isWorse);
  };
}
