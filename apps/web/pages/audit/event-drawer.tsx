/** One entry with all that is kept of it: before and after where the reader may see the book. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ListedEvent } from "../../../../domain/audit/event.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { ChangeValue } from "../../design/change-value.tsx";
import { Dialog } from "../../design/dialog.tsx";
import { formatTime } from "../../design/numbers.ts";
import { useMay } from "../../server/session.ts";
import { useEventFacts } from "./event-facts.ts";
import { Subject, Who, useActionWords } from "./event-words.tsx";

interface EventDrawerProps {
  event: ListedEvent | null;
  onClose: () => void;
}

export function EventDrawer({ event, onClose }: EventDrawerProps) {
  const actionWords = useActionWords();
  return (
    <Dialog
      open={event !== null}
      onClose={onClose}
      place="side"
      title={event ? actionWords(event.action) : ""}
    >
      {event && <Entry event={event} />}
    </Dialog>
  );
}

function Entry({ event }: { event: ListedEvent }) {
  const { t } = useTranslation();
  const facts = useEventFacts()(event);
  const { who } = event;
  return (
    <div className="audit-entry">
      <dl className="audit-facts">
        <Fact name={t("audit.time")}>
          <time dateTime={event.at}>{formatTime(event.at)}</time>
        </Fact>
        <Fact name={t("audit.who")}>
          <Who event={event} />
        </Fact>
        <Fact name={t("audit.grant")}>
          {who.role && who.place ? `${who.place.name} ${t(`role.${who.role}`)}` : t("audit.grantNone")}
        </Fact>
        <Fact name={t("audit.subject")}>
          <Subject event={event} />
        </Fact>
        <Fact name={t("audit.place")}>{event.place.name}</Fact>
        {facts.map(({ name, words }) => (
          <Fact key={name} name={t(`audit.fact.${name}`)}>
            {words}
          </Fact>
        ))}
      </dl>
      <Changes event={event} />
      {event.subjectKind === "household" && <HouseholdLinks event={event} />}
      <p className="faint small">
        {t("audit.entry")} {event.id}
      </p>
    </div>
  );
}

function HouseholdLinks({ event: { subjectId, household } }: { event: ListedEvent }) {
  const { t } = useTranslation();
  return (
    <p>
      <Link to="/audit" search={{ household: subjectId }}>
        {t("audit.onlyHousehold")}
      </Link>
      {household && (
        <Link to="/households/$county/$id" params={household}>
          {t("audit.toHousehold")}
        </Link>
      )}
    </p>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Changes({ event: { changes, fields } }: { event: ListedEvent }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const seesHouseholds = useMay("household.read");
  return (
    <>
      {changes.length > 0 && (
        <section>
          <h3>{t("audit.changes")}</h3>
          <ul className="audit-changes">
            {changes.map(({ field, from, to, isMoney }) => (
              <li key={field.zh}>
                <span className="soft">
                  {say(field)}
                  {isMoney && t("mark.inBrackets", { text: t("unit.yuan") })}
                </span>
                <span>
                  <ChangeValue value={from} isMoney={isMoney} /> →{" "}
                  <strong>
                    <ChangeValue value={to} isMoney={isMoney} />
                  </strong>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {fields.length > 0 && (
        <section>
          <h3>{t(seesHouseholds ? "audit.fields" : "audit.fieldsHidden")}</h3>
          <p>{fields.map(say).join(t("mark.and"))}</p>
        </section>
      )}
    </>
  );
}
