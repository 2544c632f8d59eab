/** Why a place stands where it stands: the rule whose share of failures differs most from that of the others. */
import { percentOf } from "../../../engines/figure/percent.ts";
import type { RuleCount } from "./figure.contract.ts";
import type { RatioParts } from "./rank-order.ts";

/** A rule over fewer judged households says nothing about a place. */
const leastJudged = 30;

/** A smaller gap is chance rather than a reason. */
const leastGap = 0.02;

interface Difference {
  rule: RuleCount;
  own: RatioParts;
  others: RatioParts;
  gap: number;
}

interface Peers {
  /** The rules of the place and of all places together. */
  own: readonly RuleCount[];
  together: readonly RuleCount[];
}

/**
 * The greatest gap in the direction that explains: more failures where the place is worse, fewer where it is better.
 * Criteria explain an exit only as part of an exit standard that holds: those of risk elimination have nothing to do with
 * it. Null where no rule can explain anything.
 */
export function explainRank(
  { own, together }: Peers,
  kind: string,
  isWorse: boolean,
): { zh: string; en: string } | null {
  const explaining = own.filter(
    (rule) =>
      rule.kind === kind && rule.unit === "household" && (kind !== "criterion" || rule.standard !== null),
  );
  if (explaining.length === 0) return null;
  const differences = explaining.flatMap((rule) => differenceOf(rule, together));
  if (differences.length === 0) return tooFew;
  const [first] = differences
    .filter(({ gap }) => (isWorse ? gap >= leastGap : gap <= -leastGap))
    .toSorted((a, b) => Math.abs(b.gap) - Math.abs(a.gap));
  return first ? sentenceOf(first) : noGap;
}

const tooFew = {
  zh: `已判定的户不足${leastJudged}户，说不出差别在哪里`,
  en: `Fewer than ${leastJudged} judged households: nothing can be said about the difference`,
};
const noGap = {
  zh: `没有一条规则与其他同级相差到${leastGap * 100}个百分点`,
  en: `No rule differs from the other places by ${leastGap * 100} percentage points`,
};

function differenceOf(rule: RuleCount, together: readonly RuleCount[]): Difference[] {
  const all = together.find(({ id }) => id === rule.id);
  if (!all) return [];
  const own = { numerator: rule.fail, denominator: rule.pass + rule.fail };
  const others = {
    numerator: all.fail - rule.fail,
    denominator: all.pass + all.fail - own.denominator,
  };
  if (own.denominator < leastJudged || others.denominator < leastJudged) return [];
  const gap = own.numerator / own.denominator - others.numerator / others.denominator;
  return [{ rule, own, others, gap }];
}

function sentenceOf({ rule, own, others }: Difference): { zh: string; en: string } {
  const failed =
    rule.kind === "criterion" ? { zh: "未达标", en: "not met" } : { zh: "有问题", en: "a finding" };
  const { zh, en } = rule.title;
  return {
    zh: `“${zh}”${failed.zh}${own.numerator}户，占已判定${own.denominator}户的${percent(own)}；其他同级合计${others.numerator} / ${others.denominator}户，占${percent(others)}`,
    en: `“${en}”: ${failed.en} for ${own.numerator} of ${own.denominator} judged households (${percent(own)}); in the other places ${others.numerator} of ${others.denominator} (${percent(others)})`,
  };
}

function percent({ numerator, denominator }: RatioParts): string {
  return percentOf(numerator, denominator, 1);
}
