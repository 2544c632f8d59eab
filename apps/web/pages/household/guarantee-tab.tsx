/** 两不愁三保障 and drinking water, as people checked them on the spot. */
import { useTranslation } from "react-i18next";
import type { Household } from "../../../../domain/registry/household.contract.ts";
import type { Editing } from "./use-draft.ts";
import { FieldRow } from "./field-row.tsx";
import { guaranteeFields } from "./fields.ts";

export function GuaranteeTab({ household, editing }: { household: Household; editing: Editing | null }) {
  const { t } = useTranslation();
  return (
    <div className="field-sections">
      <section>
        <h3>{t("household.guarantee.title")}</h3>
        <p className="soft small">{t("household.guarantee.hint")}</p>
        <dl className="field-list">
          {guaranteeFields.map((name) => (
            <FieldRow
              key={name}
              group="guarantee"
              field={{ name, kind: "code", list: "guaranteeState" }}
              label={t(`household.guarantee.field.${name}`)}
              household={household}
              editing={editing}
            />
          ))}
        </dl>
      </section>
    </div>
  );
}
