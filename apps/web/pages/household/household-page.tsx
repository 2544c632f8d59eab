/** A household: who, by whom helped, how to exit, what is wrong; its book of a year; its verdicts with reasons. */
import "../../words/add-household.ts";
import "./five-answers.css";
import "./household.css";
import "./printed-book.css";
import "./verdicts.css";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Household, OpenedHousehold } from "../../../../domain/registry/household.contract.ts";
import { ProblemNotice } from "../../design/problem-notice.tsx";
import { TabStrip } from "../../design/tab-strip.tsx";
import { PageLoading, PageProblem } from "../../frame/page-states.tsx";
import { PageTitle } from "../../frame/page-title.tsx";
import { ProblemError } from "../../server/request.ts";
import { householdQuery, verdictsQuery } from "../../server/household.ts";
import { type Trial, usePreview } from "./use-preview.ts";
import { EditBar } from "./edit-bar.tsx";
import { FiveAnswers } from "./five-answers.tsx";
import { GuaranteeTab } from "./guarantee-tab.tsx";
import { HelpTab } from "./help-tab.tsx";
import { HistoryTab } from "./history-tab.tsx";
import { HouseholdMissing, NoBookOfYear } from "./household-missing.tsx";
import { HouseholdHead } from "./household-head.tsx";
import { IncomeTab } from "./income-tab.tsx";
import type { KnownVerdicts } from "./known-verdicts.tsx";
import { LivingTab } from "./living-tab.tsx";
import { MembersTab } from "./members-tab.tsx";
import { MonitoringTab } from "./monitoring-tab.tsx";
import { PrintedBook } from "./printed-book.tsx";
import { PrintedVerdicts } from "./printed-verdicts.tsx";
import { PrintTitle } from "../../design/print-title.tsx";
import { usePrinting } from "../../design/printing.ts";
import { type HouseholdPart, partId, useArrival } from "./use-arrival.ts";
import { type HouseholdEditing, useEditing } from "./use-editing.ts";
import { useFirstField } from "./use-first-field.ts";
import { VerdictGroups } from "./verdict-groups.tsx";
import { VerdictRail } from "./verdict-rail.tsx";
import { editableTabs } from "./fields.ts";
import { type HouseholdTab, householdTabs } from "../../addresses/household-view.ts";

const route = getRouteApi("/framed/households/$county/$id");

export function HouseholdPage() {
  const key = route.useParams();
  const { year } = route.useSearch();
  const household = useQuery(householdQuery(key, year));
  // Where the address names the year, the verdicts need not wait for the book.
  useQuery({ ...verdictsQuery(key, year ?? 0), enabled: year !== undefined });
  const missing = household.error instanceof ProblemError ? household.error.code : undefined;
  if (missing === "household.not-found") return <HouseholdMissing />;
  if (missing === "household.no-book") return <NoBookOfYear {...key} year={year} />;
  if (household.error && !household.data)
    return <PageProblem error={household.error} onRetry={() => void household.refetch()} />;
  if (!household.data) return <PageLoading />;
  return <HouseholdBook key={`${key.id}-${household.data.year}`} household={household.data} />;
}

function HouseholdBook({ household }: { household: Household }) {
  const { t } = useTranslation();
  const key = route.useParams();
  const { tab = "members" } = route.useSearch();
  const [opened, setOpened] = useState<OpenedHousehold | null>(null);
  const found = useQuery(verdictsQuery(key, household.year));
  const verdicts: KnownVerdicts = found.data ?? found.error ?? "loading";
  const show = useShow(household.year, tab);
  const startAt = editableTabs.find((one) => one === tab) ?? "living";
  const goToFirstField = useFirstField(tab);
  const edit = useEditing(household, (at = { tab: startAt, field: null }) => {
    goToFirstField(at);
    if (at.tab !== tab) show(at.tab);
  });
  const trial = usePreview(key, household.year, edit.editing);
  // The tab of verdicts says all that the rail says, and more; years side by side need the whole width.
  const hasRail = (tab !== "verdicts" && tab !== "history") || edit.editing !== null;
  return (
    <div className="page household-page">
      <PageTitle>{t("household.title")}</PageTitle>
      <PrintTitle>{t("household.paper.title", { year: household.year })}</PrintTitle>
      <HouseholdHead household={household} opened={opened} onOpened={setOpened} edit={edit} />
      {found.error && verdicts === "loading" && (
        <div className="household-problem">
          <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
        </div>
      )}
      <FiveAnswers {...{ household, opened, verdicts }} isEdited={trial !== undefined} onShow={show} />
      <div className={hasRail ? "household-columns" : ""}>
        <BookTabs {...{ household, verdicts, opened, trial, tab, show, edit }} />
        {hasRail && (
          <VerdictRail verdicts={verdicts} trial={trial} onShow={() => show("verdicts", "criterion")} />
        )}
      </div>
      {edit.editing && <EditBar edit={edit} verdicts={verdicts} trial={trial} />}
    </div>
  );
}

/** Turns to a tab, and to the part of it that is meant. */
function useShow(year: number, tab: HouseholdTab): (next: HouseholdTab, part?: HouseholdPart) => void {
  const key = route.useParams();
  const navigate = useNavigate();
  const { arriveAt } = useArrival(tab);
  return (next, part) => {
    arriveAt(part ? { tab: next, part } : null);
    void navigate({
      to: "/households/$county/$id",
      params: key,
      search: { year, tab: next },
      resetScroll: false,
    });
  };
}

interface BookTabsProps {
  household: Household;
  verdicts: KnownVerdicts;
  opened: OpenedHousehold | null;
  edit: HouseholdEditing;
  trial: Trial | undefined;
  tab: HouseholdTab;
  show: (tab: HouseholdTab) => void;
}

function BookTabs({ household, verdicts, opened, edit, trial, tab, show }: BookTabsProps) {
  const { t } = useTranslation();
  const printedAt = usePrinting();
  // Verdicts are of the saved book: paper shows that one, never a mixture with what is being typed.
  const shown = printedAt === null ? edit.editing : null;
  const hasUnsaved = edit.editing?.isDirty ?? false;
  const onMend = household.can.update && !edit.editing ? edit.start : undefined;
  const contents: Record<HouseholdTab, ReactNode> = {
    members: <MembersTab household={household} opened={opened} editing={shown} />,
    income: <IncomeTab household={household} editing={shown} trial={shown ? trial : undefined} />,
    living: <LivingTab household={household} editing={shown} />,
    guarantee: <GuaranteeTab household={household} editing={shown} />,
    help: <HelpTab household={household} opened={opened} />,
    monitoring: <MonitoringTab household={household} />,
    history: <HistoryTab household={household} verdicts={verdicts} />,
    verdicts: <VerdictGroups verdicts={verdicts} isEdited={hasUnsaved} onMend={onMend} />,
  };
  if (printedAt !== null) {
    const verdictsOnPaper = <PrintedVerdicts verdicts={verdicts} asOf={household.updatedAt} />;
    return (
      <PrintedBook
        {...{ household, verdicts, hasUnsaved }}
        contents={{ ...contents, verdicts: verdictsOnPaper }}
      />
    );
  }
  return (
    <section className="panel household-book" id={partId("book")} tabIndex={-1}>
      <TabStrip
        label={t("household.book")}
        active={tab}
        onChange={(next) => show(next)}
        tabs={householdTabs.map((name) => ({ key: name, label: t(`household.tab.${name}`) }))}
      >
        {contents[tab]}
      </TabStrip>
    </section>
  );
}
