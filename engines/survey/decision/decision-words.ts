/** What a decision says and does not say, in words that a county's leader understands. */
import { type Words, percent } from "../interval/interval-words.ts";
import type { AlphaPlan, AlphaResult } from "./alpha-test.ts";
import type { AcceptancePlan, PlanRequest } from "./acceptance-plan.ts";
import type { LooksDecision, RateDecision } from "./decision.ts";
import type { ResponseBounds } from "./non-response.ts";
import type { CorrectedRate, MeasuredShare } from "./rogan-gladen.ts";

/** Whether the share is to stay below the limit, as a rate of errors, or to reach it. */
export type Aim = "below" | "at-least";

/** @param looks where an extension was planned, which look this is and whether it is the last */
export function explainDecision(result: RateDecision, looks?: LooksDecision, aim: Aim = "below"): Words {
  // A known share has no room around it.
  if (result.lower === result.upper) return knownWords(result, aim);
  const figures = figuresOf(result);
  const verdict = verdictOf(result, looks, aim);
  return { zh: `${figures.zh}${verdict.zh}`, en: `${figures.en} ${verdict.en}` };
}

function knownWords({ decision, estimate, limit: bound }: RateDecision, aim: Aim): Words {
  const [share, limit] = [percent(estimate), percent(bound)];
  const side = sideWords(Math.sign(estimate - bound));
  const met =
    decision === "inconclusive"
      ? { zh: "", en: "" }
      : decision === "certified"
        ? { zh: "，所以达标", en: ", so it is certified" }
        : { zh: "，所以不达标", en: ", so it has failed" };
  const wanted = aim === "below" ? { zh: "低于", en: "below" } : { zh: "不低于", en: "at or above" };
  return {
    zh: `全部都查了，这就是真实数值：${share.zh}，没有抽样误差。要求${wanted.zh}${limit.zh}；它${side.zh}${limit.zh}${met.zh}。`,
    en: `Everybody was asked, so this is the true figure: ${share.en}, without sampling error. It should be ${wanted.en} ${limit.en}; it is ${side.en} ${limit.en}${met.en}.`,
  };
}

function sideWords(sign: number): Words {
  if (sign === 0) return { zh: "正好是", en: "just" };
  return sign < 0 ? { zh: "低于", en: "below" } : { zh: "高于", en: "above" };
}

/** In a sample without a case, or with nothing else, the design effect cannot be seen. @param effect as reckoned with */
export function explainAssumption(effect: number): Words {
  const shown = Number(effect.toFixed(2));
  return {
    zh: `样本里的结果全都一样，看不出设计效应，按${shown}假定：村与村差别更大时，实际的把握小于所说。`,
    en: `All records have the same outcome, which does not show the design effect; ${shown} is assumed. Where villages differ more, the confidence is less than said.`,
  };
}

function figuresOf(result: RateDecision): Words {
  const [estimate, lower, upper] = [result.estimate, result.lower, result.upper].map(percent);
  const confidence = percent(1 - result.alpha);
  const parts: Words[] = [
    { zh: `样本推算的比例是${estimate?.zh}`, en: `The sample puts the rate at ${estimate?.en}` },
    {
      zh: `有${confidence.zh}的把握说真实比例不超过${upper?.zh}`,
      en: `with ${confidence.en} confidence the true rate is not above ${upper?.en}`,
    },
  ];
  if (result.lower > 0) {
    parts.push({
      zh: `也有${confidence.zh}的把握说它不低于${lower?.zh}`,
      en: `and with ${confidence.en} confidence not below ${lower?.en}`,
    });
  }
  return {
    zh: `${parts.map(({ zh }) => zh).join("，")}。`,
    en: `${parts.map(({ en }) => en).join(", ")}.`,
  };
}

function verdictOf(
  { decision, limit: bound }: RateDecision,
  looks: LooksDecision | undefined,
  aim: Aim,
): Words {
  const limit = percent(bound);
  if (decision === "inconclusive") return inconclusive(limit, looks?.final === true);
  const isBelow = (aim === "below") === (decision === "certified");
  const [figure, side] = isBelow
    ? [{ zh: "上限", en: "upper" }, sideWords(-1)]
    : [{ zh: "下限", en: "lower" }, sideWords(1)];
  if (decision === "certified") {
    return {
      zh: `${figure.zh}${side.zh}${limit.zh}，所以认定达标：即使这次运气偏好，真实比例也可以认为${side.zh}${limit.zh}。`,
      en: `The ${figure.en} figure lies ${side.en} ${limit.en}, so it is certified: even allowing for luck the true rate may be taken to be ${side.en} ${limit.en}.`,
    };
  }
  return {
    zh: `${figure.zh}${side.zh}${limit.zh}，所以认定不达标：差距不能用抽样的运气解释。`,
    en: `The ${figure.en} figure lies ${side.en} ${limit.en}, so it has failed: luck in the draw does not explain the gap.`,
  };
}

function inconclusive(limit: Words, isLast: boolean): Words {
  const zh = `${limit.zh}落在两者之间，证据不足。证据不足不等于不达标：样本既没有证明比例低于${limit.zh}，也没有证明它高于${limit.zh}。`;
  const en =
    `${limit.en} lies between the two: not enough evidence. That is not the same as failed. The sample has proven neither that the rate ` +
    `is below ${limit.en} nor that it is above.`;
  if (isLast) {
    return {
      zh: `${zh}追加样本后仍是如此，按“未能证明达标”公布。`,
      en: `${en} So it stays after the extension, and it is published as “not proven”.`,
    };
  }
  return {
    zh: `${zh}下一步是按事先公布的办法追加样本，而不是放宽标准。`,
    en: `${en} The next step is to extend the sample as announced beforehand, not to loosen the rule.`,
  };
}

/** Who passes with the small chance: from the bound on, or of N households only those above it. */
function badPlaces({ acceptAtBad, atBound }: AcceptancePlan, bad: Words, population?: number): Words {
  const passBad = percent(acceptAtBad);
  if (!atBound || population === undefined) {
    return {
      zh: `错误率达到${bad.zh}的地方只有${passBad.zh}的机会通过。`,
      en: `one where ${bad.en} or more are wrong with ${passBad.en} at most.`,
    };
  }
  const passBound = percent(atBound.accept);
  return {
    zh:
      `错误率高于${bad.zh}的地方（${population}户里错${atBound.errors + 1}户或更多）最多只有${passBad.zh}的机会通过；` +
      `不高于${bad.zh}的不在此限，错${atBound.errors}户的有${passBound.zh}的机会通过。`,
    en:
      `one where more than ${bad.en} are wrong (${atBound.errors + 1} or more of ${population}) with ${passBad.en} at most; that does not ` +
      `hold for ${bad.en} or less: a place with ${atBound.errors} wrong passes with ${passBound.en}.`,
  };
}

export function explainPlan(plan: AcceptancePlan, request: PlanRequest): Words {
  const [good, passGood] = [percent(request.good), percent(plan.acceptAtGood)];
  const badOnes = badPlaces(plan, percent(request.bad), request.population);
  return {
    zh:
      `随机抽${plan.n}户，发现的错误不超过${plan.c}户即通过。错误率为${good.zh}的地方有${passGood.zh}的机会通过，` +
      badOnes.zh +
      "这是逐户简单随机抽样的户数；先抽村再抽户时，要乘以方案规定的设计效应。",
    en:
      `Draw ${plan.n} households at random and pass if no more than ${plan.c} are wrong. A place where ${good.en} are wrong passes with ` +
      `probability ${passGood.en}, ${badOnes.en} This counts households drawn one by one; where ` +
      "villages are drawn first, multiply by the design effect of the plan.",
  };
}

export function explainAlphaTest(plan: AlphaPlan, result: AlphaResult): Words {
  const [limit, risk] = [percent(plan.limit), percent(plan.alpha)];
  const seen = result.statistics.length;
  const how = {
    zh: `这项检验可以每查一户看一次，达到界限就停，错误认定的机会仍不超过${risk.zh}。`,
    en: `This test may be read after every household and stopped at once; the chance of a wrong certificate stays within ${risk.en}.`,
  };
  if (result.stoppedAt !== undefined) {
    return {
      zh: `查到第${result.stoppedAt}户时，证据已足以认定错误率低于${limit.zh}。${how.zh}`,
      en: `At household ${result.stoppedAt} the evidence sufficed: the error rate is below ${limit.en}. ${how.en}`,
    };
  }
  return {
    zh: `查了${seen}户，证据还不足以认定错误率低于${limit.zh}；这不等于不达标，可以按抽取次序继续查。${how.zh}`,
    en: `After ${seen} households the evidence does not yet show an error rate below ${limit.en}. That is not failure; go on in the order of the draw. ${how.en}`,
  };
}

export function explainResponseBounds(bounds: ResponseBounds): Words {
  const [low, high, among, reached] = [
    bounds.low,
    bounds.high,
    bounds.amongReached,
    bounds.responseShare,
  ].map(percent);
  return {
    zh:
      `调查到的户占${reached?.zh}，其中的比例是${among?.zh}。没有调查到的户是什么情况谁也不知道：` +
      `如果他们全都没有问题，比例是${low?.zh}；如果全都有问题，比例是${high?.zh}。两者相差越大，越不能只看调查到的户。`,
    en:
      `${reached?.en} were reached, and among them the rate is ${among?.en}. What the others would have shown nobody knows: if none of them ` +
      `were wrong the rate is ${low?.en}, if all were it is ${high?.en}. The further the two lie apart, the less may be said from those reached.`,
  };
}

export function explainCorrection(observed: MeasuredShare, corrected: CorrectedRate): Words {
  const [seen, truth, error] = [observed.estimate, corrected.estimate, corrected.standardError].map(percent);
  return {
    zh:
      `调查员认定的比例是${seen?.zh}。另一组人复核一部分户后，可以知道调查员漏判和误判各有多少；` +
      `扣除这些差错，比例是${truth?.zh}（标准误${error?.zh}）。问题很少时，少量误判就会使比例成倍虚高，所以每个疑点都要集体研判、再次入户。`,
    en:
      `Assessors found ${seen?.en}. A second team's check of some households shows how often they miss and how often they raise a false ` +
      `alarm; with that taken out the rate is ${truth?.en} (standard error ${error?.en}). Where little is wrong a few false alarms multiply the ` +
      "rate, so each suspicion is judged by several people and visited again.",
  };
}
