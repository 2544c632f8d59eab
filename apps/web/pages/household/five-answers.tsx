/** The five questions of an inspector, each answered in a line and opened by a click as far as data exist. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Household, OpenedHousehold } from "../../../../domain/registry/household.contract.ts";
import { useCodeWords } from "../../design/code-words.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { OutcomeChip, StatusChip } from "../../design/status-chip.tsx";
import { criteriaMetOf, failedMattersOf } from "./criteria-met.ts";
import { issueCountsOf } from "./issue-counts.ts";
import { type KnownVerdicts, VerdictsLoading } from "./known-verdicts.tsx";
import type { HouseholdTab } from "../../addresses/household-view.ts";

interface FiveAnswersProps {
  household: Household;
  opened: OpenedHousehold | null;
  verdicts: KnownVerdicts;
  /** There are unsaved changes: what stands here is said to be the saved state. */
  isEdited: boolean;
  onShow: (tab: HouseholdTab) => void;
}

export function FiveAnswers({ household, opened, verdicts, isEdited, onShow }: FiveAnswersProps) {
  const { t } = useTranslation();
  const codeWords = useCodeWords();
  return (
    <dl className="five-answers panel">
      <Answer question={t("household.five.who")}>
        {[household.identificationStandard, household.attribute, household.mainCause]
          .flatMap((coded) => (coded ? [codeWords(coded)] : []))
          .join(" · ") || t("state.unfilled")}
      </Answer>
      <Answer question={t("household.five.helper")}>
        <Helpers household={household} opened={opened} />
      </Answer>
      <Answer
        question={t("household.five.how")}
        {...(household.monitoring && { onOpen: () => onShow("monitoring") })}
      >
        {household.monitoring ? (
          t("household.five.seeMonitoring")
        ) : (
          <span className="faint">{t("household.five.noMeasures")}</span>
        )}
      </Answer>
      <Answer
        question={t(isEdited ? "household.five.exitSaved" : "household.five.exit")}
        onOpen={() => onShow("verdicts")}
      >
        <ExitAnswer verdicts={verdicts} />
      </Answer>
      <Answer
        question={t(isEdited ? "household.five.issuesSaved" : "household.five.issues")}
        onOpen={() => onShow("verdicts")}
      >
        <IssueAnswer verdicts={verdicts} />
      </Answer>
    </dl>
  );
}

function Answer({
  question,
  onOpen,
  children,
}: {
  question: string;
  onOpen?: () => void;
  children: ReactNode;
}) {
  return (
    <div>
      <dt>{question}</dt>
      <dd>
        {onOpen ? (
          <button type="button" className="answer-button" onClick={onOpen}>
            {children}
          </button>
        ) : (
          children
        )}
      </dd>
    </div>
  );
}

function Helpers({ household, opened }: Pick<FiveAnswersProps, "household" | "opened">) {
  const { t } = useTranslation();
  const [first, ...others] = household.helpers;
  if (!first) return <StatusChip tone="must">{t("household.five.noHelper")}</StatusChip>;
  const known = opened?.helpers.find(({ id }) => id === first.id);
  const phone = known?.phone ?? (first.isReader ? first.maskedPhone : null);
  return (
    <>
      {known?.name ?? first.maskedName} {first.isReader && t("household.five.you")}{" "}
      {first.unitName && <span className="soft">{first.unitName}</span>}
      {phone && <span className="soft">{phone}</span>}
      {others.length > 0 && <span className="faint"> +{others.length}</span>}
    </>
  );
}

function ExitAnswer({ verdicts }: { verdicts: KnownVerdicts }) {
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
    </>
  );
}

function IssueAnswer({ verdicts }: { verdicts: KnownVerdicts }) {
  const { t } = useTranslation();
  if (verdicts === "loading") return <VerdictsLoading lines={1} />;
  if (verdicts instanceof Error) return <VerdictsFailedChip />;
  const { issues, grave, suspicious, unknown } = issueCountsOf(verdicts.verdicts);
  if (issues + unknown === 0) return <StatusChip tone="verified">{t("household.five.noIssues")}</StatusChip>;
  return (
    <>
      {issues > 0 && (
        <StatusChip tone={grave > 0 ? "must" : issues > suspicious ? "doubt" : "plain"}>
          {t("household.five.issueCount", { n: issues })}
        </StatusChip>
      )}
      {unknown > 0 && (
        <StatusChip tone="doubt">{t("household.five.issueUnknown", { n: unknown })}</StatusChip>
      )}
    </>
  );
}

function VerdictsFailedChip() {
  const { t } = useTranslation();
  return <StatusChip tone="doubt">{t("verdict.failedShort")}</StatusChip>;
}
