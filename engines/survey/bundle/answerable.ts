/** What a published result may ask: of people who are there, something that was asked, with an interval that holds. */
import { InputError } from "../../input-error.ts";
import type { Draw } from "../draw/draw.ts";
import type { Interview } from "./interview.ts";
import { silentCells } from "./respondents.ts";
import type { ResultQuestion } from "./results.ts";

/** Below it an interval says so little that it only looks precise. */
const leastLevel = 0.8;

/** @throws InputError results.group, results.question, results.value, results.interval, results.level, results.silent */
export function requireAnswerable(
  draw: Draw,
  interviews: readonly Interview[],
  questions: readonly ResultQuestion[],
): void {
  const groups = new Set((draw.second ? (draw.plan.groups ?? []) : draw.plan.strata).map(([name]) => name));
  const asked = new Set(interviews.flatMap(({ answers }) => Object.keys(answers)));
  const silent = silentCells(draw, interviews);
  for (const question of questions) {
    const { measure, of, over, group, interval, level } = question;
    if (group !== null && !groups.has(group)) throw noSuchGroup(group);
    const unknown = [of, over].find((name) => name !== undefined && !asked.has(name));
    if (unknown !== undefined) throw notAsked(unknown);
    if (measure === "proportion" && !isPossible(question, interviews)) throw noSuchValue(of);
    if (measure === "proportion" && (interval === "normal" || interval === "t")) throw notForShares(interval);
    if (!(level >= leastLevel && level < 1)) throw uselessLevel(level);
    const missing = silent.find((cell) => group === null || cell.group === group);
    if (missing) throw nobodyAnswered(missing);
  }
}

/** A value of true or false may be nobody's; a code or a number that nobody gave is a slip, which would publish 0 %. */
function isPossible({ of, value }: ResultQuestion, interviews: readonly Interview[]): boolean {
  const given = interviews.flatMap(({ answers }) => answers[of] ?? []);
  if (given.length === 0) return value !== undefined;
  if (typeof value === "boolean") return given.every((answer) => typeof answer === "boolean");
  return given.some((answer) => answer === value);
}

function noSuchGroup(group: string): InputError {
  return new InputError("results.group", {
    zh: `方案里没有 ${group} 这一类（一阶段方案为层）。请改正要公布的结果。`,
    en: `The plan has no group (of one stage: stratum) ${group}. Correct what is to be published.`,
  });
}

function notAsked(name: string): InputError {
  return new InputError("results.question", {
    zh: `查访记录里没有 ${name} 这个问题。请核对问题名称。`,
    en: `No interview has the question ${name}. Check its name.`,
  });
}

function noSuchValue(name: string): InputError {
  return new InputError("results.value", {
    zh: `问题 ${name} 没有一个人给出所要的回答，算出的0%可能只是写错了值。请核对。`,
    en: `Nobody gave the answer asked for in ${name}: a share of 0 % may be a slip in the value. Check it.`,
  });
}

function notForShares(interval: string): InputError {
  return new InputError("results.interval", {
    zh: `比例不能用 ${interval} 区间：接近0或1时它过窄，甚至没有宽度。请用 kg-capped。`,
    en: `A share does not take the interval ${interval}: near 0 or 1 it is too narrow or has no width. Use kg-capped.`,
  });
}

function uselessLevel(level: number): InputError {
  return new InputError("results.level", {
    zh: `置信水平应从${leastLevel}到1以下，通常为0.95；给出的是${level}。`,
    en: `A level lies from ${leastLevel} to below 1, as a rule 0.95; given: ${level}.`,
  });
}

function nobodyAnswered({ stratum, group }: { stratum: string; group: string }): InputError {
  return new InputError("results.silent", {
    zh: `层 ${stratum}、类别 ${group} 没有一份完成的查访，不能算包含它的结果。请只公布其他类别的结果，并写明缺了哪里。`,
    en: `In stratum ${stratum} nobody of group ${group} was interviewed: a result that includes them cannot be computed. Publish those of other groups, and say what is missing.`,
  });
}
