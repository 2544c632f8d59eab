/** What may be done about a person of the list; nobody changes his own roles. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Person } from "../../../../domain/access/person.contract.ts";
import { sessionQuery, useMay } from "../../server/session.ts";
import { GrantDialog } from "./grant-dialog.tsx";
import { StopDialog } from "./stop-dialog.tsx";

export function PersonActions({ person, within }: { person: Person; within: string }) {
  const { t } = useTranslation();
  const { data: session } = useQuery(sessionQuery);
  const mayGrant = useMay("person.grant");
  const mayStop = useMay("person.disable");
  const [open, setOpen] = useState<"grant" | "stop" | null>(null);
  const close = (): void => setOpen(null);
  const name = person.displayName;
  if (session?.person.id === person.id) return <span className="faint small">{t("people.own")}</span>;
  if (person.disabled) return null;
  return (
    <div className="person-actions">
      {mayGrant && (
        <Button size="small" aria-label={t("people.grantTo", { name })} onClick={() => setOpen("grant")}>
          {t("people.grant")}
        </Button>
      )}
      {mayStop && (
        <Button size="small" aria-label={t("people.stopOf", { name })} onClick={() => setOpen("stop")}>
          {t("people.stop")}
        </Button>
      )}
      {open === "grant" && <GrantDialog within={within} person={person} onClose={close} />}
      {open === "stop" && <StopDialog person={person} onClose={close} />}
    </div>
  );
}
