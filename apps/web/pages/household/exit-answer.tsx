/** 如何退 in a line: the outcome, and each criterion that is not met with what is lacking. */
import { useTranslation } from "react-i18next";
import type { RuleVerdict } from "../../../../domain/verdicts/verdict.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { isExitCriterion } from "../../../../engines/policy/exit-criterion.ts";
import { StandardTag } from "../../design/rule-title.tsx";
import { OutcomeChip } from "../../design/status-chip.tsx";
import { criteriaMetOf, failedMattersOf } from "./criteria-met.ts";
import { type KnownVerdicts, VerdictsFailedChip, VerdictsLoading } from "./known-verdicts.tsx";

const shownCriteria = 4;

export function ExitAnswer({ verdicts }: { verdicts: KnownVerdicts }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  if (verdicts === "loading") return <VerdictsLoading lines={1} />;
  if (verdicts instanceof Error) return <VerdictsFailedChip />;
  const failed = failedMattersOf(verdicts.verdicts);
  return (
    <>
      <OutcomeChip outcome={verdicts.exit.outcome} />
      {failed > 0 && <span>{t("household.five.failed", { n: failed })}</span>}
      {criteriaMetOf(verdicts.verdicts).map(({ standard, met, all }) => (
        <span key={standard.id} className="soft">
          {t("household.five.criteriaMet", { standard: say(standard.name), met, all })}
        </span>
      ))}
      {verdicts.exit.outcome === "notApplicable" && (
        <span className="soft small">{t("household.five.exitDone")}</span>
      )}
      <UnmetCriteria verdicts={verdicts.verdicts} />
    </>
  );
}

function UnmetCriteria({ verdicts }: { verdicts: RuleVerdict[] }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const sayLack = (one: RuleVerdict): string => {
    if (one.outcome === "fail") return say(lackOf(one));
    const { missing, contradictions } = one;
    const lacking = t("household.five.lacking", { names: missing.map(say).join(t("mark.and")) });
    const why = missing.length > 0 ? lacking : contradictions.map(say).join(t("mark.and"));
    return t("household.five.toVerify", { title: say(one.title), why });
  };
  const toDo = verdicts.filter(
    (one) => isExitCriterion(one) && (one.outcome === "fail" || one.outcome === "unknown"),
  );
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
