/** 如何退 in a line: the outcome, what is lacking, what was done; of a monitored household also how its risk is eliminated. */
import { useTranslation } from "react-i18next";
import type { Household } from "../../../../domain/registry/household.contract.ts";
import type { ExitProcedure, RuleVerdict } from "../../../../domain/verdicts/verdict.contract.ts";
import { isExitCriterion } from "../../../../engines/policy/exit-criterion.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { useCodeWords } from "../../design/code-words.ts";
import { OutcomeChip } from "../../design/status-chip.tsx";
import { criteriaMetOf, failedMattersOf } from "./criteria-met.ts";
import { ExitDone, isExitDone } from "./exit-done.tsx";
import { type KnownVerdicts, VerdictsFailedChip, VerdictsLoading } from "./known-verdicts.tsx";
import { UnmetCriteria } from "./unmet-criteria.tsx";

export function ExitAnswer({ household, verdicts }: { household: Household; verdicts: KnownVerdicts }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  if (verdicts === "loading") return <VerdictsLoading lines={1} />;
  if (verdicts instanceof Error) return <VerdictsFailedChip />;
  const { outcome } = verdicts.exit;
  const failed = failedMattersOf(verdicts.verdicts);
  return (
    <>
      {isExitDone(household, outcome) ? (
        <ExitDone household={household} />
      ) : (
        <OutcomeChip outcome={outcome} />
      )}
      {failed > 0 && <span>{t("household.five.failed", { n: failed })}</span>}
      {criteriaMetOf(verdicts.verdicts).map(({ standard, met, all }) => (
        <span key={standard.id} className="soft">
          {t("household.five.criteriaMet", { standard: say(standard.name), met, all })}
        </span>
      ))}
      {verdicts.procedure && <NextSteps procedure={verdicts.procedure} />}
      <UnmetCriteria criteria={verdicts.verdicts.filter(isExitCriterion)} />
      <OpenRisk household={household} />
      {household.monitoring?.eliminated && <RiskElimination verdicts={verdicts.verdicts} />}
    </>
  );
}

/** Who meets every criterion has not left yet. */
function NextSteps({ procedure: { steps, source } }: { procedure: ExitProcedure }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  return (
    <span className="soft small">
      {t("household.five.nextSteps", { steps: steps.map(say).join(" → ") })}
      {source.number && t("mark.inBrackets", { text: `${source.number} ${source.article}` })}
    </span>
  );
}

/** Not eliminated, or not on record whether it is: the list counts both as monitored. */
function OpenRisk({ household: { monitoring } }: { household: Household }) {
  const { t } = useTranslation();
  const codeWords = useCodeWords();
  if (!monitoring?.category || monitoring.eliminated) return null;
  const risks = monitoring.risks.map(codeWords).join(t("mark.and")) || t("state.unfilled");
  const words = monitoring.eliminated === null ? "riskUnknown" : "riskOpen";
  return <span className="soft">{t(`household.five.${words}`, { risks })}</span>;
}

/** Its criteria concern households whose risk is said to be eliminated. */
function RiskElimination({ verdicts }: { verdicts: RuleVerdict[] }) {
  const { t } = useTranslation();
  const criteria = verdicts.filter(
    (one) => one.kind === "criterion" && !isExitCriterion(one) && one.outcome !== "notApplicable",
  );
  const met = criteria.filter(({ outcome }) => outcome === "pass").length;
  if (criteria.length === 0) return null;
  return (
    <>
      <span className="soft">{t("household.five.elimination", { met, all: criteria.length })}</span>
      <UnmetCriteria criteria={criteria} />
    </>
  );
}
