/** The audit record: who did what, when, under which role and where; filters as a sentence, pages by key. */
import "../../design/filter-bar.css";
import "../../words/add-audit.ts";
import "./audit.css";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useLocation, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ListedEvent } from "../../../../domain/audit/event.contract.ts";
import type { AuditFilters } from "../../addresses/audit-filters.ts";
import { AwaitedPanel } from "../../design/awaited-panel.tsx";
import { EmptyState } from "../../design/empty-state.tsx";
import { PageNavigation } from "../../design/page-navigation.tsx";
import { ProblemNotice } from "../../design/problem-notice.tsx";
import { PageLoading, PageProblem } from "../../frame/page-states.tsx";
import { PageTitle } from "../../frame/page-title.tsx";
import { eventsQuery } from "../../server/audit.ts";
import { ProblemError } from "../../server/request.ts";
import { AuditFilterBar } from "./audit-filter-bar.tsx";
import { AuditSentence } from "./audit-sentence.tsx";
import { EventDrawer } from "./event-drawer.tsx";
import { EventTable } from "./event-table.tsx";

declare module "@tanstack/react-router" {
  interface HistoryState {
    /** Last entries of the pages before this one; they stay out of the address. */
    entries?: string[];
  }
}

const route = getRouteApi("/framed/audit");

export function AuditPage() {
  const { t } = useTranslation();
  const filters = route.useSearch();
  const navigate = useNavigate();
  const { entries = [] } = useLocation().state;
  const page = useQuery(eventsQuery(filters, entries.at(-1) ?? null));
  const show = (search: AuditFilters, shown: string[] = []): void =>
    void navigate({ to: "/audit", search, state: shown.length > 0 ? { entries: shown } : {} });
  if (page.error instanceof ProblemError && page.error.status === 403)
    return <PageProblem error={page.error} />;
  const { events = [], next = null } = page.data ?? {};
  return (
    <div className="page">
      <PageTitle>{t("audit.title")}</PageTitle>
      <AuditHead />
      <AuditSentence filters={filters} events={events} onChange={show} />
      <AuditFilterBar filters={filters} onChange={show} />
      {page.error && !page.data ? (
        <ProblemNotice error={page.error} onRetry={() => void page.refetch()} />
      ) : page.data ? (
        <AwaitedPanel isAwaiting={page.isPlaceholderData} label={t("audit.list")}>
          <div className="panel-head">
            <h2>{t("audit.list")}</h2>
            <span className="faint small">{t("audit.newestFirst")}</span>
          </div>
          <Entries events={events} filters={filters} />
          <PageNavigation
            page={entries.length + 1}
            onPrevious={entries.length > 0 ? () => show(filters, entries.slice(0, -1)) : null}
            onNext={next === null ? null : () => show(filters, [...entries, next])}
          />
        </AwaitedPanel>
      ) : (
        <PageLoading />
      )}
    </div>
  );
}

function AuditHead() {
  const { t } = useTranslation();
  return (
    <div className="audit-head">
      <h1 className="page-title">{t("audit.title")}</h1>
      <p className="soft">{t("audit.about")}</p>
    </div>
  );
}

function Entries({ events, filters: { from, to } }: { events: ListedEvent[]; filters: AuditFilters }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<ListedEvent | null>(null);
  const isBackwards = from !== undefined && to !== undefined && from > to;
  if (events.length === 0)
    return (
      <EmptyState title={t("audit.empty")} hint={t(isBackwards ? "audit.badSpan" : "audit.emptyHint")} />
    );
  return (
    <>
      <EventTable events={events} onOpen={setOpen} />
      <EventDrawer event={open} onClose={() => setOpen(null)} />
    </>
  );
}
