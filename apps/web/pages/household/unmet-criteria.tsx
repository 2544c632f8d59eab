/** Each criterion that is not met, with what is lacking; then what is to be verified. */
import { useTranslation } from "react-i18next";
import type { RuleVerdict } from "../../../../domain/verdicts/verdict.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { mattersOf, partsWith } from "../../../../engines/policy/matter.ts";
import { StandardTag } from "../../design/rule-title.tsx";

const shownCriteria = 4;

/** @param criteria verdicts of criteria, met ones among them */
export function UnmetCriteria({ criteria }: { criteria: RuleVerdict[] }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const sayLack = (one: RuleVerdict): string => {
    if (one.outcome === "fail") return lacksOf(one).map(say).join(t("mark.semicolon"));
    const { missing, contradictions } = one;
    const lacking = t("household.five.lacking", { names: missing.map(say).join(t("mark.and")) });
    const why = missing.length > 0 ? lacking : contradictions.map(say).join(t("mark.and"));
    return t("household.five.toVerify", { title: say(one.title), why });
  };
  const lacks = (["fail", "unknown"] as const).flatMap((outcome) => linesOf(criteria, outcome, sayLack));
  const more = lacks.length - shownCriteria;
  if (lacks.length === 0) return null;
  return (
    <span className="answer-lines small">
      {lacks.slice(0, shownCriteria).map(({ words, verdicts }) => (
        <span key={words}>
          {words} <StandardTags verdicts={verdicts} />
        </span>
      ))}
      {more > 0 && <span className="faint">{t("household.five.more", { n: more })}</span>}
    </span>
  );
}

interface Line {
  words: string;
  /** Of one standard or, where they ask the same, of several. */
  verdicts: RuleVerdict[];
}

/** What two standards miss as one matter, or in the same words, is said once. */
function linesOf(
  criteria: RuleVerdict[],
  outcome: "fail" | "unknown",
  say: (verdict: RuleVerdict) => string,
): Line[] {
  const wanted = criteria.filter((one) => one.outcome === outcome);
  const rules = [...Map.groupBy(wanted, ({ ruleId }) => ruleId)].map(([id, all]) => ({
    id,
    repeats: all[0]?.repeats ?? [],
    parts: all.flatMap(({ parts }) => partsWith(outcome, parts)),
    all,
  }));
  const lines = mattersOf(rules).flatMap(({ first, again }) =>
    first.all.map((one) => ({
      words: say(one),
      verdicts: [one, ...again.flatMap(({ all }) => all)],
    })),
  );
  return [...Map.groupBy(lines, ({ words }) => words)].map(([words, same]) => ({
    words,
    verdicts: same.flatMap(({ verdicts }) => verdicts),
  }));
}

function StandardTags({ verdicts }: { verdicts: RuleVerdict[] }) {
  const standards = verdicts.flatMap(({ standard }) => standard ?? []);
  const each = new Map(standards.map((standard) => [standard.id, standard]));
  return [...each.values()].map((standard) => <StandardTag key={standard.id} standard={standard} />);
}

/** By how much a number is missed, or what is on record, says more than that a criterion is missed. */
function lacksOf({ parts, failing }: RuleVerdict): { zh: string; en: string }[] {
  const failed = parts.filter(({ outcome }) => outcome === "fail");
  const said = failed.flatMap((part) => part.gap ?? part.said ?? []);
  return said.length > 0 ? said : [failing];
}
