/** The one sentence of a verdict, with the article it rests on. */
import type { Fact } from "./catalogue.ts";
import type { CompiledRule } from "./compile.ts";
import { evaluateTruth } from "./evaluate.ts";
import { shortfalls } from "./message.ts";
import { nameMissing } from "./missing.ts";
import type { Bilingual } from "./policy-error.ts";
import { joinWords } from "./show.ts";
import type { Facts, Outcome } from "./value.ts";

/** Why a rule cannot be decided: what nobody entered, or what contradicts. */
interface Doubt {
  readonly missing: readonly Fact[];
  readonly contradictions: readonly Bilingual[];
}

export function sentenceOf(compiled: CompiledRule, outcome: Outcome, facts: Facts, doubt: Doubt): Bilingual {
  const { zh, en } = bodyOf(compiled, outcome, facts, doubt);
  const { document, number, article } = compiled.rule.source;
  const title = document.startsWith("《") ? document : `《${document}》`;
  return {
    zh: `${zh}（依据：${title}${number ? `（${number}）` : ""}${article}）`,
    en: `${en} (${document}${number ? ` ${number}` : ""}, ${article})`,
  };
}

function bodyOf(compiled: CompiledRule, outcome: Outcome, facts: Facts, doubt: Doubt): Bilingual {
  const { title } = compiled.rule;
  switch (outcome) {
    case "fail":
      return joinWords(shortfalls(compiled, facts), { zh: "；", en: ". " });
    case "pass":
      return { zh: `符合：${title.zh}`, en: `Met: ${title.en}` };
    case "notApplicable":
      return notApplicable(compiled, facts);
    case "unknown":
      return undecided(compiled, facts, doubt);
  }
}

function undecided(
  { rule: { title }, catalogue }: CompiledRule,
  facts: Facts,
  { missing, contradictions }: Doubt,
): Bilingual {
  if (contradictions.length > 0) {
    const said = joinWords(contradictions, { zh: "；", en: ". " });
    return {
      zh: `还不能判断“${title.zh}”：${said.zh}`,
      en: `“${title.en}” cannot be judged yet. ${said.en}`,
    };
  }
  const names = joinWords(
    missing.map((fact) => nameMissing(fact, facts, catalogue)),
    { zh: "、", en: ", " },
  );
  return {
    zh: `还不能判断“${title.zh}”，缺少：${names.zh}`,
    en: `“${title.en}” cannot be judged yet, missing: ${names.en}`,
  };
}

function notApplicable({ rule, exemptions }: CompiledRule, facts: Facts): Bilingual {
  const reason = rule.exemptions.find((_, index) => {
    const tree = exemptions[index];
    return tree !== undefined && evaluateTruth(tree, facts) === true;
  })?.reason;
  const whom =
    rule.unit === "member" ? { zh: "此人", en: "this person" } : { zh: "本户", en: "this household" };
  return {
    zh: `${rule.title.zh}不适用于${whom.zh}${reason ? `：${reason.zh}` : ""}`,
    en: `${rule.title.en} does not apply to ${whom.en}${reason ? `: ${reason.en}` : ""}`,
  };
}
