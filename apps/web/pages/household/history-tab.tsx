/** The household over the years: what was done about it, what was mended, its books side by side with changes marked. */
import "./history.css";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type {
  HistoryEvent,
  HouseholdHistory,
} from "../../../../domain/registry/household-history.contract.ts";
import type { Household } from "../../../../domain/registry/household.contract.ts";
import { formatTime } from "../../design/numbers.ts";
import { ProblemNotice } from "../../design/problem-notice.tsx";
import { RuleLink } from "../../design/rule-link.tsx";
import { historyQuery } from "../../server/household.ts";
import { useMay } from "../../server/session.ts";
import { useActorWords } from "./actor-words.ts";
import { BookChange } from "./book-change.tsx";
import { HistoryTable } from "./history-table.tsx";
import { ImportHistory } from "./import-history.tsx";
import { type KnownVerdicts, VerdictsLoading } from "./known-verdicts.tsx";
import { MendedIssues, mendedIssuesOf } from "./mended-issues.tsx";

interface HistoryTabProps {
  household: Household;
  /** They name the rules, and say what was mended. */
  verdicts: KnownVerdicts;
}

export function HistoryTab({ household, verdicts }: HistoryTabProps) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(historyQuery(household));
  if (error && !data)
    return (
      <div className="panel-body">
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      </div>
    );
  if (!data) return <VerdictsLoading lines={10} />;
  const known = verdicts === "loading" || verdicts instanceof Error ? undefined : verdicts;
  return (
    <div className="history">
      <section aria-label={t("history.events")}>
        <h3>{t("history.events")}</h3>
        <Events history={data} household={household.id} names={namesOf(verdicts)} />
      </section>
      {known && <MendedIssues mended={mendedIssuesOf(known)} />}
      <HistoryTable books={data.books} />
      <ImportHistory imports={data.imports} county={household.county} />
    </div>
  );
}

type RuleNames = ReadonlyMap<string, { zh: string; en: string }>;

function namesOf(verdicts: KnownVerdicts): RuleNames {
  if (verdicts === "loading" || verdicts instanceof Error) return new Map();
  return new Map(verdicts.verdicts.map(({ ruleId, failing }) => [ruleId, failing]));
}

interface EventsProps {
  history: HouseholdHistory;
  household: string;
  names: RuleNames;
}

function Events({ history: { events, withheld }, household, names }: EventsProps) {
  const { t } = useTranslation();
  const mayRead = useMay("audit.read");
  return (
    <>
      {events.length === 0 ? (
        <p className="soft">{t(mayRead ? "history.eventsNone" : "history.editsNone")}</p>
      ) : (
        <ol className="history-events">
          {events.map((event) => (
            <EventLine key={event.id} event={event} names={names} />
          ))}
        </ol>
      )}
      {withheld && <p className="faint small">{t("history.withheld")}</p>}
      {mayRead && (
        <p className="faint small">
          <Link to="/audit" search={{ household }}>
            {t("history.toRecord")}
          </Link>
        </p>
      )}
    </>
  );
}

interface EventLineProps {
  event: HistoryEvent;
  names: RuleNames;
}

function EventLine({ event, names }: EventLineProps) {
  const { t } = useTranslation();
  const actorWords = useActorWords();
  const { at, action, who, year, mended, failing, purpose } = event;
  return (
    <li>
      <time dateTime={at}>{formatTime(at)}</time>
      <span>{actorWords(who)}</span>
      <span>
        <strong>{t(`history.action.${wordOf(action)}`)}</strong>
        {year !== null && <span className="soft"> {t("history.book", { year })}</span>}
        <BookChange fields={event.fields} changes={event.changes} members={event.members} />
        <RuleNamesLine lead={t("history.mended")} rules={mended} names={names} />
        <RuleNamesLine lead={t("history.newlyFailing")} rules={failing} names={names} />
        {purpose !== null && <span className="history-fields">{t("history.purpose", { purpose })}</span>}
      </span>
    </li>
  );
}

/** A rule that does not hold in the shown year goes by its id. */
function RuleNamesLine({ lead, rules, names }: { lead: string; rules: string[]; names: RuleNames }) {
  const { t } = useTranslation();
  if (rules.length === 0) return null;
  return (
    <span className="history-fields">
      {t("history.lead", { lead })}
      {rules.map((id, at) => (
        <span key={id}>
          {at > 0 && t("mark.and")}
          <RuleLink id={id} title={names.get(id) ?? { zh: id, en: id }} />
        </span>
      ))}
    </span>
  );
}

function wordOf(action: string): "household-update" | "household-open" | "other" {
  if (action === "household.update") return "household-update";
  return action === "household.open" ? "household-open" : "other";
}
