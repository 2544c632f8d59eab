/** The one sentence of a verdict, with the article it rests on. */
import type { Fact, FactCatalogue } from "./catalogue.ts";
import type { CompiledRule } from "./compile.ts";
import { evaluateTruth } from "./evaluate.ts";
import { saidOfParts } from "./message.ts";
import { nameMissing } from "./missing.ts";
import type { Bilingual } from "./policy-error.ts";
import type { Rule } from "./rule.ts";
import { joinWords, showMeasured, unfilled } from "./show.ts";
import { factsOf } from "./tree.ts";
import type { Facts, Outcome } from "./value.ts";

/** What a pass is called: a criterion is met, a household belongs to a class, nothing is wrong with the data. */
const passed: Record<Rule["kind"], Bilingual> = {
  criterion: { zh: "达标", en: "Met" },
  score: { zh: "达标", en: "Met" },
  eligibility: { zh: "符合", en: "Belongs" },
  risk: { zh: "无风险", en: "No risk" },
  quality: { zh: "无问题", en: "No issue" },
};

/** Why a rule cannot be decided: what nobody entered, or what contradicts. */
interface Doubt {
  readonly missing: readonly Fact[];
  readonly contradictions: readonly Bilingual[];
}

export function sentenceOf(compiled: CompiledRule, outcome: Outcome, facts: Facts, doubt: Doubt): Bilingual {
  const { zh, en } = bodyOf(compiled, outcome, facts, doubt);
  const { document, number, article } = compiled.rule.source;
  const title = document.startsWith("《") ? document : `《${document}》`;
  // Number and article stay as the original writes them: by these it is found.
  const cited = [englishTitle(document, compiled.catalogue), ...(number ? [number] : []), article].join(", ");
  return { zh: `${zh}（依据：${title}${number ? `（${number}）` : ""}${article}）`, en: `${en} (${cited})` };
}

/** The code list `document` says in English what the documents are called; one that it does not know keeps its own title. */
function englishTitle(document: string, { lists }: FactCatalogue): string {
  return lists.get("document")?.items.find(({ code }) => code === document)?.en ?? document;
}

function bodyOf(compiled: CompiledRule, outcome: Outcome, facts: Facts, doubt: Doubt): Bilingual {
  const { title, kind } = compiled.rule;
  switch (outcome) {
    case "fail":
      return joinWords(
        saidOfParts(compiled, facts).filter((said) => said !== null),
        { zh: "；", en: ". " },
      );
    case "pass":
      return joinWords(
        [
          { zh: `${passed[kind].zh}：${title.zh}`, en: `${passed[kind].en}: ${title.en}` },
          ...(kind === "criterion" ? groundsOf(compiled, facts) : []),
        ],
        { zh: "，", en: ", " },
      );
    case "notApplicable":
      return notApplicable(compiled, facts);
    case "unknown":
      return undecided(compiled, facts, doubt);
  }
}

/** On which entries a pass rests, as a failure names those that it fails by. */
function groundsOf({ when, catalogue }: CompiledRule, facts: Facts): Bilingual[] {
  return factsOf(when).flatMap((fact) => {
    const shown = showMeasured(fact, facts, catalogue);
    return shown === unfilled ? [] : [{ zh: `${fact.term}${shown.zh}`, en: `${fact.title.en} ${shown.en}` }];
  });
}

function undecided(
  { rule: { title }, catalogue }: CompiledRule,
  facts: Facts,
  { missing, contradictions }: Doubt,
): Bilingual {
  if (contradictions.length > 0) {
    const said = joinWords(contradictions, { zh: "；", en: ". " });
    return {
      zh: `“${title.zh}”待核实：${said.zh}`,
      en: `“${title.en}” is to be verified. ${said.en}`,
    };
  }
  const names = joinWords(
    missing.map((fact) => nameMissing(fact, facts, catalogue)),
    { zh: "、", en: ", " },
  );
  return {
    zh: `“${title.zh}”待核实，缺少：${names.zh}`,
    en: `“${title.en}” is to be verified, missing: ${names.en}`,
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
