/** Entries in words: who, what, about what. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { auditActions } from "../../../../domain/audit/audit-action.contract.ts";
import type { ListedEvent } from "../../../../domain/audit/event.contract.ts";
import { useRuleTitle } from "../../design/rule-title.tsx";
import { policyRulesQuery } from "../../server/policies.ts";
import { useMay } from "../../server/session.ts";

/** An action of an older version, or of a newer server, shows its own word. */
export function useActionWords(): (action: string) => string {
  const { t } = useTranslation();
  return (action) => {
    const known = auditActions.find((one) => one === action);
    return known ? t(`audit.act.${known}`) : action;
  };
}

interface WhoProps {
  event: ListedEvent;
  /** With the role and its place. */
  withGrant?: boolean;
}

export function Who({ event: { who, startedBy, action }, withGrant = false }: WhoProps) {
  const { t } = useTranslation();
  const { name, role, place } = who;
  // Whoever is refused at the door acts as nobody yet.
  if (role === "systemActor") return t(action === "session.refuse" ? "audit.beforeSignIn" : "audit.system");
  return (
    <>
      <span className="audit-name">{name ?? t("audit.somebody")}</span>
      {withGrant && role && (
        <span className="soft small audit-role">
          {place?.name} {t(`role.${role}`)}
        </span>
      )}
      {startedBy !== null && <span className="faint small audit-role">{t("audit.byJob")}</span>}
    </>
  );
}

/** What it was about; a link where there is a page of it that the reader may open. */
export function Subject({ event }: { event: ListedEvent }): ReactNode {
  const { t } = useTranslation();
  const mayImport = useMay("import.read");
  const { subjectKind: kind, subjectId: id, household, subjectName } = event;
  if (household) {
    return (
      <Link to="/households/$county/$id" params={household}>
        {t("audit.ofHousehold", { no: household.registerNo })}
      </Link>
    );
  }
  if (kind === "household") return t("audit.kind.householdHidden");
  if (kind === "person" && id === event.who.id) return t("audit.kind.self");
  if (kind === "person") return subjectName ?? t("audit.somebody");
  if (kind === "rule") return <RuleSubject id={id} />;
  if (kind === "import" && mayImport) {
    const params = { county: event.areaCode.slice(0, 6), id };
    return (
      <Link to="/imports/$county/$id" params={params}>
        {t("audit.kind.import")}
      </Link>
    );
  }
  return t(`audit.kind.${kindOf(kind)}`);
}

function RuleSubject({ id }: { id: string }) {
  const { data } = useQuery(policyRulesQuery);
  const titleOf = useRuleTitle();
  const rule = data?.rules.find((one) => one.id === id);
  return (
    <Link to="/policies/$rule" params={{ rule: id }}>
      {rule ? titleOf(rule) : id}
    </Link>
  );
}

const kinds = ["import", "evaluation", "household-export", "map", "villages", "target"] as const;

function kindOf(kind: string): (typeof kinds)[number] | "other" {
  return kinds.find((one) => one === kind) ?? "other";
}
