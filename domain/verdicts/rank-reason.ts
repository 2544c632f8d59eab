/** Why a place stands where it stands: the rule whose share of failures differs most from that of the others. */
import type { RuleCount } from "./figure.contract.ts";
import { type RatioParts, compareRatios } from "./rank-order.ts";

/** A rule over fewer judged households says nothing about a place. */
const leastJudged = 30;

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

/** The greatest gap in the direction that explains: more failures where the place is worse, fewer where it is better. */
export function explainRank(
  { own, together }: Peers,
  kind: string,
  isWorse: boolean,
): { zh: string; en: string } | null {
  const [first] = own
    .filter((rule) => rule.kind === kind && rule.unit === "household")
    .flatMap((rule) => differenceOf(rule, together))
    .filter(({ own: mine, others }) =>
      isWorse ? compareRatios(mine, others) > 0 : compareRatios(mine, others) < 0,
    )
    .toSorted((a, b) => Math.abs(b.gap) - Math.abs(a.gap));
  return first ? sentenceOf(first) : null;
}

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
    zh: `差别最大的是“${zh}”：${failed.zh}${own.numerator}户，占已判定${own.denominator}户的${percent(own)}；其他同级合计${others.numerator} / ${others.denominator}户，占${percent(others)}`,
    en: `The greatest difference is “${en}”: ${failed.en} for ${own.numerator} of ${own.denominator} judged households (${percent(own)}); in the other places ${others.numerator} of ${others.denominator} (${percent(others)})`,
  };
}

function percent({ numerator, denominator }: RatioParts): string {
  return `${((numerator / denominator) * 100).toFixed(1)}%`;
}
