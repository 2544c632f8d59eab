/** Each criterion that is not met, with what is lacking; then what is to be verified. */
import { useTranslation } from "react-i18next";
import type { RuleVerdict } from "../../../../domain/verdicts/verdict.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { StandardTag } from "../../design/rule-title.tsx";

const shownCriteria = 4;

/** @param criteria verdicts of criteria, met ones among them */
export function UnmetCriteria({ criteria }: { criteria: RuleVerdict[] }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const sayLack = (one: RuleVerdict): string => {
    if (one.outcome === "fail") return say(lackOf(one));
    const { missing, contradictions } = one;
    const lacking = t("household.five.lacking", { names: missing.map(say).join(t("mark.and")) });
    const why = missing.length > 0 ? lacking : contradictions.map(say).join(t("mark.and"));
    return t("household.five.toVerify", { title: say(one.title), why });
  };
  const toDo = criteria.filter(({ outcome }) => outcome === "fail" || outcome === "unknown");
  // What two standards miss in the same words is missed once; what is missed comes before what nobody can tell.
  const sorted = toDo.toSorted((a, b) => Number(a.outcome === "unknown") - Number(b.outcome === "unknown"));
  const lacks = [...Map.groupBy(sorted, (one) => sayLack(one))];
  const more = lacks.length - shownCriteria;
  if (lacks.length === 0) return null;
  return (
    <span className="answer-lines small">
      {lacks.slice(0, shownCriteria).map(([words, ofStandards]) => (
        <span key={words}>
          {words} <StandardTags verdicts={ofStandards} />
        </span>
      ))}
      {more > 0 && <span className="faint">{t("household.five.more", { n: more })}</span>}
    </span>
  );
}

function StandardTags({ verdicts }: { verdicts: RuleVerdict[] }) {
  const standards = verdicts.flatMap(({ standard }) => standard ?? []);
  const each = new Map(standards.map((standard) => [standard.id, standard]));
  return [...each.values()].map((standard) => <StandardTag key={standard.id} standard={standard} />);
}

/** By how much a number is missed, or what is on record, says more than that a criterion is missed. */
function lackOf({ parts, failing }: RuleVerdict): { zh: string; en: string } {
  const failed = parts.filter(({ outcome }) => outcome === "fail");
  const gap = failed.find((part) => part.gap !== null)?.gap;
  return gap ?? failed.find(({ said }) => said !== null)?.said ?? failing;
}
