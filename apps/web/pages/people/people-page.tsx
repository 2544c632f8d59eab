/** The start page of an administrator: who may do what in the area, and adding, granting and stopping. */
import "../../words/add-people.ts";
import "./people.css";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { GrantOfPerson, Person } from "../../../../domain/access/person.contract.ts";
import { DataTable } from "../../design/data-table.tsx";
import { formatCount } from "../../design/numbers.ts";
import { StatusChip } from "../../design/status-chip.tsx";
import { PageLoading, PageProblem } from "../../frame/page-states.tsx";
import { PageTitle } from "../../frame/page-title.tsx";
import { useAreaName } from "../../server/area.ts";
import { peopleQuery } from "../../server/people.ts";
import { useActing, useMay } from "../../server/session.ts";
import { AddPersonDialog } from "./add-person-dialog.tsx";
import { PersonActions } from "./person-actions.tsx";

export function PeoplePage() {
  const { t } = useTranslation();
  const within = useActing()?.areaCode ?? null;
  const place = useAreaName(within);
  const found = useQuery(peopleQuery);
  if (found.error && !found.data)
    return <PageProblem error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <PageLoading />;
  const { people } = found.data;
  return (
    <div className="page">
      <PageTitle>{t("people.title")}</PageTitle>
      <div className="page-head">
        <div className="page-head-main">
          <h1 className="page-title">
            {place} {t("people.title")}
          </h1>
          <p className="soft">{t("people.about")}</p>
        </div>
        {within !== null && <AddPerson within={within} />}
      </div>
      <section className="panel">
        <div className="panel-head">
          <h2>{t("people.list")}</h2>
          <span className="faint small">{t("people.count", { n: formatCount(people.length) })}</span>
        </div>
        {within !== null && <PeopleTable people={people} within={within} />}
        <p className="panel-body soft small">{t("people.change")}</p>
      </section>
    </div>
  );
}

function AddPerson({ within }: { within: string }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  if (!useMay("person.add")) return null;
  return (
    <div className="page-head-side">
      <Button type="primary" onClick={() => setOpen(true)}>
        {t("people.add")}
      </Button>
      {isOpen && <AddPersonDialog within={within} onClose={() => setOpen(false)} />}
    </div>
  );
}

function PeopleTable({ people, within }: { people: Person[]; within: string }) {
  const { t } = useTranslation();
  return (
    <DataTable
      label={t("people.list")}
      stacks
      heads={[
        { key: "person", words: t("people.person") },
        { key: "login", words: t("session.login") },
        { key: "grants", words: t("people.grants") },
        { key: "state", words: t("people.state") },
        { key: "actions", words: t("people.actions") },
      ]}
    >
      {people.map((person) => (
        <tr key={person.id}>
          <th scope="row">{person.displayName}</th>
          <td data-label={t("session.login")}>{person.login}</td>
          <td>
            {person.grants.map((grant) => (
              <GrantWords key={grant.id} grant={grant} />
            ))}
          </td>
          <td>
            <PersonState person={person} />
          </td>
          <td>
            <PersonActions person={person} within={within} />
          </td>
        </tr>
      ))}
    </DataTable>
  );
}

/** Without a role that holds today nobody gets in, at least not in this area. */
function PersonState({ person }: { person: Person }) {
  const { t } = useTranslation();
  const state = person.disabled
    ? "disabled"
    : person.grants.some(({ holds }) => holds)
      ? "active"
      : "withoutRole";
  return (
    <StatusChip tone={state === "active" ? "plain" : "must"} quiet>
      {t(`people.${state}`)}
    </StatusChip>
  );
}

function GrantWords({ grant: { role, areaCode, validFrom, validTo } }: { grant: GrantOfPerson }) {
  const { t } = useTranslation();
  const place = useAreaName(areaCode);
  return (
    <div>
      {place} {t(`role.${role}`)}
      <span className="soft"> · {t(`people.may.${role}`)}</span>
      <span className="faint small">
        {" "}
        {validTo === null
          ? t("people.since", { from: validFrom })
          : t("people.between", { from: validFrom, to: validTo })}
      </span>
    </div>
  );
}
