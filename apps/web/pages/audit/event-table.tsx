/** The entries of a page: each opens to its details. */
import { useTranslation } from "react-i18next";
import type { ListedEvent } from "../../../../domain/audit/event.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { DataTable } from "../../design/data-table.tsx";
import { formatTime } from "../../design/numbers.ts";
import { type FactName, useEventFacts } from "./event-facts.ts";
import { Subject, Who, useActionWords } from "./event-words.tsx";

const heads = ["time", "who", "action", "subject", "place", "points"] as const;

interface EventTableProps {
  events: ListedEvent[];
  onOpen: (event: ListedEvent) => void;
}

export function EventTable({ events, onOpen }: EventTableProps) {
  const { t } = useTranslation();
  return (
    <DataTable
      label={t("audit.list")}
      className="audit-table"
      stacks
      heads={heads.map((key) => ({ key, words: t(`audit.${key}`) }))}
    >
      {events.map((event) => (
        <EventRow key={event.id} event={event} onOpen={onOpen} />
      ))}
    </DataTable>
  );
}

function EventRow({ event, onOpen }: { event: ListedEvent; onOpen: (event: ListedEvent) => void }) {
  const { t } = useTranslation();
  const action = useActionWords()(event.action);
  return (
    <tr>
      <td className="audit-time">
        <time dateTime={event.at}>{formatTime(event.at)}</time>
      </td>
      <td className="audit-who">
        <Who event={event} withGrant />
      </td>
      <td className="audit-action">
        <button
          type="button"
          className="link-button"
          aria-label={t("audit.details", { action })}
          aria-haspopup="dialog"
          onClick={() => onOpen(event)}
        >
          {action}
        </button>
      </td>
      <td>
        <Subject event={event} />
      </td>
      <td data-label={t("audit.place")}>{event.place.name}</td>
      <td className="audit-points soft">
        <Points event={event} />
      </td>
    </tr>
  );
}

/** What says most in one line; the rest stands in the details. */
const inShort: readonly FactName[] = [
  "purpose",
  "year",
  "rows",
  "households",
  "created",
  "updated",
  "restored",
  "role",
  "operation",
  "changed",
  "planned",
  "villages",
];

function Points({ event }: { event: ListedEvent }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const facts = useEventFacts()(event).filter(({ name }) => inShort.includes(name));
  const items = [...event.changes.map(({ field }) => say(field)), ...event.fields.map(say)];
  const words = [
    ...facts.map(({ name, words: value }) => `${t(`audit.fact.${name}`)}${t("mark.colon")}${value}`),
    ...(items.length > 0 ? [items.join(t("mark.and"))] : []),
  ];
  return words.join(t("mark.semicolon"));
}
