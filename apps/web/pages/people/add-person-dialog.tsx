/** Adding a person with one role. The first password is made here, shown once, and changed at the first sign-in. */
import { useMutation } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../design/dialog.tsx";
import { ProblemNotice } from "../../design/problem-notice.tsx";
import { addPerson } from "../../server/people.ts";
import { type DraftFault, type GrantDraft, emptyDraft, faultOf, grantOf } from "./grant-draft.ts";
import { GrantFields } from "./grant-fields.tsx";
import { temporaryPassword } from "./temporary-password.ts";

interface AddPersonDialogProps {
  within: string;
  onClose: () => void;
}

/** The server's own bounds; it says the same in its refusal. */
const loginShape = /^[\w.@-]{2,64}$/;

type Fault = DraftFault | "name" | "login";

export function AddPersonDialog({ within, onClose }: AddPersonDialogProps) {
  const { t } = useTranslation();
  const formId = useId();
  const [displayName, setName] = useState("");
  const [login, setLogin] = useState("");
  const [draft, setDraft] = useState(() => emptyDraft(within));
  const [fault, setFault] = useState<Fault | null>(null);
  const adding = useAdding(draft);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const person = { displayName: displayName.trim(), login: login.trim() };
    const found = personFault(person) ?? faultOf(draft);
    setFault(found);
    if (found === null) adding.mutate(person);
  };
  if (adding.data) return <FirstPassword {...adding.data} onClose={onClose} />;
  const footer = (
    <>
      <Button onClick={onClose}>{t("state.cancel")}</Button>
      <Button type="primary" htmlType="submit" form={formId} loading={adding.isPending}>
        {t("people.add")}
      </Button>
    </>
  );
  return (
    <Dialog open title={t("people.add")} onClose={onClose} footer={footer}>
      <form id={formId} className="person-form" onSubmit={submit} noValidate>
        <TextField name="name" value={displayName} maxLength={60} fault={fault} onChange={setName} />
        <TextField name="login" value={login} maxLength={64} fault={fault} onChange={setLogin} />
        <GrantFields
          within={within}
          draft={draft}
          fault={fault === "role" || fault === "days" ? fault : null}
          onChange={setDraft}
        />
      </form>
      <ProblemNotice error={adding.error} />
    </Dialog>
  );
}

/** Adds the person with the role of the draft; answers with the first password, which stands nowhere else. */
function useAdding(draft: GrantDraft) {
  return useMutation({
    mutationFn: async (person: { displayName: string; login: string }) => {
      const password = temporaryPassword();
      const grant = grantOf(draft);
      await addPerson({ ...person, password, grants: grant ? [grant] : [] });
      return { login: person.login, password };
    },
    // Nobody finds the password again once the dialog is closed.
    gcTime: 0,
  });
}

function personFault({ displayName, login }: { displayName: string; login: string }): Fault | null {
  if (displayName === "") return "name";
  return loginShape.test(login) ? null : "login";
}

interface TextFieldProps {
  name: "name" | "login";
  value: string;
  maxLength: number;
  fault: Fault | null;
  onChange: (value: string) => void;
}

function TextField({ name, value, maxLength, fault, onChange }: TextFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="person-field">
      <label htmlFor={id}>{t(name === "name" ? "people.person" : "session.login")}</label>
      <Input
        id={id}
        value={value}
        maxLength={maxLength}
        autoComplete="off"
        status={fault === name ? "error" : ""}
        aria-invalid={fault === name}
        aria-describedby={`${id}-fault`}
        onChange={({ target }) => onChange(target.value)}
      />
      <p id={`${id}-fault`} className="field-fault small" role="alert">
        {fault === name && t(`people.fault.${name}`)}
      </p>
    </div>
  );
}

function FirstPassword({
  login,
  password,
  onClose,
}: {
  login: string;
  password: string;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const footer = (
    <Button type="primary" onClick={onClose}>
      {t("people.passwordNoted")}
    </Button>
  );
  return (
    <Dialog open title={t("people.added")} footer={footer}>
      <div role="status">
        <dl className="first-password">
          <dt>{t("session.login")}</dt>
          <dd>{login}</dd>
          <dt>{t("people.firstPassword")}</dt>
          <dd>
            <code>{password}</code>
          </dd>
        </dl>
      </div>
      <p className="soft">{t("people.passwordOnce")}</p>
    </Dialog>
  );
}
