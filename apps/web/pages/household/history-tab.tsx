/** The household over the years: its books side by side with changes marked, and what was done about it. */
import "./history.css";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { HistoryEvent } from "../../../../domain/registry/household-history.contract.ts";
import type { Household } from "../../../../domain/registry/household.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { ChangeValue } from "../../design/change-value.tsx";
import { EmptyState } from "../../design/empty-state.tsx";
import { formatTime } from "../../design/numbers.ts";
import { ProblemNotice } from "../../design/problem-notice.tsx";
import { historyQuery } from "../../server/household.ts";
import { useMay } from "../../server/session.ts";
import { HistoryTable } from "./history-table.tsx";
import { VerdictsLoading } from "./known-verdicts.tsx";

export function HistoryTab({ household }: { household: Household }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(historyQuery(household));
  if (error && !data)
    return (
      <div className="panel-body">
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      </div>
    );
  if (!data) return <VerdictsLoading lines={10} />;
  return (
    <div className="history">
      <HistoryTable books={data.books} />
      <section aria-label={t("history.events")}>
        <h3>{t("history.events")}</h3>
        {data.events === null ? (
          <EmptyState title={t("history.eventsCannot")} hint={t("history.eventsCannotHint")} />
        ) : (
          <Events events={data.events} household={household.id} />
        )}
      </section>
    </div>
  );
}

function Events({ events, household }: { events: HistoryEvent[]; household: string }) {
  const { t } = useTranslation();
  const mayImport = useMay("import.list");
  return (
    <>
      {events.length === 0 ? (
        <p className="soft">{t("history.eventsNone")}</p>
      ) : (
        <ol className="history-events">
          {events.map((event) => (
            <EventLine key={event.id} event={event} />
          ))}
        </ol>
      )}
      <p className="faint small">
        {t("history.eventsImport")} {mayImport && <Link to="/imports">{t("history.toImports")}</Link>}{" "}
        <Link to="/audit" search={{ household }}>
          {t("history.toRecord")}
        </Link>
      </p>
    </>
  );
}

function EventLine({ event: { at, action, who, year, fields, changes, purpose } }: { event: HistoryEvent }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  return (
    <li>
      <time dateTime={at}>{formatTime(at)}</time>
      <span>{who ? `${t(`role.${who.role}`)} ${who.name}` : t("history.somebody")}</span>
      <span>
        <strong>{t(`history.action.${wordOf(action)}`)}</strong>
        {year !== null && <span className="soft"> {t("history.book", { year })}</span>}
        {changes.map((change) => (
          <span key={change.field.zh} className="history-fields">
            {say(change.field)}
            {change.isMoney && t("mark.inBrackets", { text: t("unit.yuan") })}{" "}
            <ChangeValue value={change.from} isMoney={change.isMoney} /> →{" "}
            <strong>
              <ChangeValue value={change.to} isMoney={change.isMoney} />
            </strong>
          </span>
        ))}
        {fields.length > 0 && <span className="history-fields">{fields.map(say).join(t("mark.and"))}</span>}
        {purpose !== null && <span className="history-fields">{t("history.purpose", { purpose })}</span>}
      </span>
    </li>
  );
}

function wordOf(action: string): "household-update" | "household-open" | "other" {
  if (action === "household.update") return "household-update";
  return action === "household.open" ? "household-open" : "other";
}
