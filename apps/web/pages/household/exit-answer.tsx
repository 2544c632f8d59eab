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
      <UnmetCriteria verdicts={verdicts.verdicts} />
    </>
  );
}

function UnmetCriteria({ verdicts }: { verdicts: RuleVerdict[] }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const unmet = verdicts.filter((one) => isExitCriterion(one) && one.outcome === "fail");
  // What two standards miss in the same words is missed once.
  const lacks = [...Map.groupBy(unmet, (one) => say(lackOf(one)))];
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

/** By how much a number is missed says more than that it is missed. */
function lackOf({ parts, failing }: RuleVerdict): { zh: string; en: string } {
  const part = parts.find(({ outcome, gap }) => outcome === "fail" && gap !== null);
  return part?.gap ?? failing;
}
