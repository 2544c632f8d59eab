/** Role, place and days of a role. */
import { Input } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { type DraftFault, type GrantDraft, givenRoles } from "./grant-draft.ts";
import { PlaceField } from "./place-field.tsx";

interface GrantFieldsProps {
  within: string;
  draft: GrantDraft;
  fault: DraftFault | null;
  onChange: (draft: GrantDraft) => void;
}

export function GrantFields({ within, draft, fault, onChange }: GrantFieldsProps) {
  const { t } = useTranslation();
  const faultId = useId();
  return (
    <>
      <RoleField draft={draft} fault={fault} faultId={faultId} onChange={onChange} />
      <PlaceField
        within={within}
        value={draft.areaCode}
        onChange={(areaCode) => onChange({ ...draft, areaCode })}
      />
      <div className="person-days">
        {(["validFrom", "validTo"] as const).map((name) => (
          <label key={name} className="person-field">
            <span>{t(`people.${name}`)}</span>
            <Input
              type="date"
              value={draft[name]}
              aria-invalid={fault === "days"}
              aria-describedby={faultId}
              onChange={({ target }) => onChange({ ...draft, [name]: target.value })}
            />
          </label>
        ))}
      </div>
      <p className="faint small">{t("people.daysHint")}</p>
      <p id={faultId} className="field-fault small" role="alert">
        {fault && t(`people.fault.${fault}`)}
      </p>
    </>
  );
}

interface RoleFieldProps extends Omit<GrantFieldsProps, "within"> {
  faultId: string;
}

function RoleField({ draft, fault, faultId, onChange }: RoleFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="person-field">
      <label htmlFor={id}>{t("people.role")}</label>
      <select
        id={id}
        className="plain-select"
        value={draft.role}
        aria-invalid={fault === "role"}
        aria-describedby={faultId}
        onChange={({ target }) =>
          onChange({ ...draft, role: givenRoles.find((one) => one === target.value) ?? "" })
        }
      >
        <option value="">{t("people.chooseRole")}</option>
        {givenRoles.map((role) => (
          <option key={role} value={role}>
            {t(`role.${role}`)}
          </option>
        ))}
      </select>
      {draft.role !== "" && <p className="faint small">{t(`people.may.${draft.role}`)}</p>}
      <p className="faint small">{t("people.helperElsewhere")}</p>
    </div>
  );
}
