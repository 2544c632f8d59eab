/** Giving a person another role at a place. */
import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Person } from "../../../../domain/access/person.contract.ts";
import { Dialog } from "../../design/dialog.tsx";
import { tell } from "../../design/news.tsx";
import { ProblemNotice } from "../../design/problem-notice.tsx";
import { grantRole } from "../../server/people.ts";
import { type DraftFault, emptyDraft, faultOf, grantOf } from "./grant-draft.ts";
import { GrantFields } from "./grant-fields.tsx";

interface GrantDialogProps {
  within: string;
  person: Person;
  onClose: () => void;
}

export function GrantDialog({ within, person, onClose }: GrantDialogProps) {
  const { t } = useTranslation();
  const formId = useId();
  const [draft, setDraft] = useState(() => emptyDraft(within));
  const [fault, setFault] = useState<DraftFault | null>(null);
  const granting = useMutation({
    mutationFn: async () => {
      const grant = grantOf(draft);
      if (grant) await grantRole(person.id, grant);
    },
    onSuccess: () => {
      tell("verified", t("people.granted", { name: person.displayName }));
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const found = faultOf(draft);
    setFault(found);
    if (found === null) granting.mutate();
  };
  const footer = (
    <>
      <Button onClick={onClose}>{t("state.cancel")}</Button>
      <Button type="primary" htmlType="submit" form={formId} loading={granting.isPending}>
        {t("people.grant")}
      </Button>
    </>
  );
  return (
    <Dialog open title={t("people.grantTo", { name: person.displayName })} onClose={onClose} footer={footer}>
      <p className="soft small">{t("people.grantHint")}</p>
      <form id={formId} className="person-form" onSubmit={submit} noValidate>
        <GrantFields within={within} draft={draft} fault={fault} onChange={setDraft} />
      </form>
      <ProblemNotice error={granting.error} />
    </Dialog>
  );
}
