/** The five questions of an inspector, each answered in a line and opened by a click as far as data exist. */
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import type { Household, OpenedHousehold } from "../../../../domain/registry/household.contract.ts";
import { useCodeWords } from "../../design/code-words.ts";
import { formatMonth } from "../../design/numbers.ts";
import { tell } from "../../design/news.tsx";
import { StatusChip } from "../../design/status-chip.tsx";
import { ExitAnswer } from "./exit-answer.tsx";
import { exitBookOf, isExitDone } from "./exit-done.tsx";
import { HelpAnswer } from "./help-answer.tsx";
import { HelperLine } from "./helper-line.tsx";
import { IssueAnswer } from "./issue-answer.tsx";
import type { KnownVerdicts } from "./known-verdicts.tsx";
import type { ShowPart } from "./use-arrival.ts";

interface FiveAnswersProps {
  household: Household;
  opened: OpenedHousehold | null;
  verdicts: KnownVerdicts;
  /** There are unsaved changes: what stands here is said to be the saved state. */
  isEdited: boolean;
  onShow: ShowPart;
}

export function FiveAnswers({ household, opened, verdicts, isEdited, onShow }: FiveAnswersProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { county, id } = household;
  const isKnown = verdicts !== "loading" && !(verdicts instanceof Error);
  const isDone = isKnown && isExitDone(household, verdicts.exit.outcome);
  // Of the book that is being edited nobody is led away.
  const exitBook = isDone && !isEdited ? exitBookOf(household) : undefined;
  const onOpenExit = (): void => {
    if (exitBook === undefined) return onShow("verdicts", "criterion");
    tell("verified", t("household.five.bookOpened", { year: exitBook }));
    void navigate({
      to: "/households/$county/$id",
      params: { county, id },
      search: { year: exitBook, tab: "verdicts" },
      state: { arrival: { tab: "verdicts", part: "criterion" } },
    });
  };
  return (
    <dl className="five-answers panel">
      <Answer question={t("household.five.who")} onOpen={() => onShow("history", "book")}>
        <WhoAnswer household={household} />
      </Answer>
      <Answer question={t("household.five.helper")} onOpen={() => onShow("help", "helpers")}>
        <HelperAnswer household={household} opened={opened} />
      </Answer>
      <Answer question={t("household.five.how")} onOpen={() => onShow("help", "help")}>
        <HelpAnswer household={household} />
      </Answer>
      <Answer question={t(isEdited ? "household.five.exitSaved" : "household.five.exit")} onOpen={onOpenExit}>
        <ExitAnswer household={household} verdicts={verdicts} />
      </Answer>
      <Answer
        question={t(isEdited ? "household.five.issuesSaved" : "household.five.issues")}
        onOpen={() => onShow("verdicts", "quality")}
      >
        <IssueAnswer verdicts={verdicts} />
      </Answer>
    </dl>
  );
}

interface AnswerProps {
  question: string;
  onOpen: () => void;
  children: ReactNode;
}

function Answer({ question, onOpen, children }: AnswerProps) {
  const id = useId();
  return (
    <div>
      <dt id={id}>{question}</dt>
      <dd>
        <button type="button" className="answer-button" aria-describedby={id} onClick={onOpen}>
          {children}
        </button>
      </dd>
    </div>
  );
}

/** When a household was identified the register's files do not say: the first book is the earliest trace of it. */
function WhoAnswer({ household }: { household: Household }) {
  const { t } = useTranslation();
  const codeWords = useCodeWords();
  const { identificationStandard, attribute, mainCause, otherCauses, years, monitoring } = household;
  const words = [identificationStandard, attribute].flatMap((coded) => (coded ? [codeWords(coded)] : []));
  const causes = [mainCause, ...otherCauses].flatMap((coded) => (coded ? [codeWords(coded)] : []));
  const first = years.at(-1);
  return (
    <>
      <span>{words.join(" · ") || t("state.unfilled")}</span>
      {causes.length > 0 && <span className="soft">{causes.join(t("mark.and"))}</span>}
      {monitoring?.category && monitoring.identifiedMonth !== null && (
        <span className="soft small">
          {t("household.five.identified", {
            month: formatMonth(monitoring.identifiedMonth),
            category: codeWords(monitoring.category),
          })}
        </span>
      )}
      {first !== undefined && (
        <span className="faint small">{t("household.five.firstBook", { year: first })}</span>
      )}
    </>
  );
}

function HelperAnswer({ household, opened }: Pick<FiveAnswersProps, "household" | "opened">) {
  const { t } = useTranslation();
  const [first, ...others] = household.helpers;
  if (!first && !household.helpersKnown)
    return <StatusChip tone="doubt">{t("household.five.helperUnknown")}</StatusChip>;
  if (!first) return <StatusChip tone="must">{t("household.five.noHelper")}</StatusChip>;
  return (
    <>
      <HelperLine helper={first} opened={opened} inButton />
      {others.length > 0 && (
        <span className="faint small">{t("household.five.moreHelpers", { n: others.length })}</span>
      )}
    </>
  );
}
