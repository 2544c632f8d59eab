/** Production and living conditions. Each value is known, or says that it is not. */
import { useTranslation } from "react-i18next";
import type { Household } from "../../../../domain/registry/household.contract.ts";
import type { Editing } from "./use-draft.ts";
import { FieldRow } from "./field-row.tsx";
import { livingSections } from "./fields.ts";

const sections = ["housing", "water", "services", "land"] as const;

export function LivingTab({ household, editing }: { household: Household; editing: Editing | null }) {
  const { t } = useTranslation();
  return (
    <div className="field-sections">
      {sections.map((section) => (
        <section key={section}>
          <h3>{t(`household.living.section.${section}`)}</h3>
          <dl className="field-list">
            {livingSections[section].map((field) => (
              <FieldRow
                key={field.name}
                group="livingCondition"
                field={field}
                label={t(`household.living.field.${field.name}`)}
                household={household}
                editing={editing}
              />
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
