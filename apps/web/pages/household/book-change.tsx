/** The fields of an edit: what they were and became, and those whose values are not kept. */
import { useTranslation } from "react-i18next";
import type { HistoryEvent } from "../../../../domain/registry/household-history.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { ChangeValue } from "../../design/change-value.tsx";

export function BookChange({ fields, changes }: Pick<HistoryEvent, "fields" | "changes">) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  return (
    <>
      {changes.map((change) => (
        <span key={change.field.zh} className="history-fields">
          {say(change.field)}
          {change.isMoney && t("mark.inBrackets", { text: t("unit.yuan") })}{" "}
          <ChangeValue value={change.from} isMoney={change.isMoney} /> →{" "}
          <strong>
            <ChangeValue value={change.to} isMoney={change.isMoney} />
          </strong>
        </span>
      ))}
      {fields.length > 0 && <span className="history-fields">{fields.map(say).join(t("mark.and"))}</span>}
    </>
  );
}
