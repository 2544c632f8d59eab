/** The fields of an edit: what they were and became, and those whose values are not kept; of each member under his name. */
import { useTranslation } from "react-i18next";
import type { HistoryEvent } from "../../../../domain/registry/household-history.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { ChangeValue } from "../../design/change-value.tsx";
import { useCodeWords } from "../../design/code-words.ts";

type BookChangeProps = Pick<HistoryEvent, "fields" | "changes" | "members">;

export function BookChange({ fields, changes, members }: BookChangeProps) {
  const nameWords = useNameWords();
  return (
    <>
      <ChangedFields fields={fields} changes={changes} />
      {members.map((member, at) => (
        // The list of an entry never changes.
        <ChangedFields key={at} {...member} name={nameWords(member)} />
      ))}
    </>
  );
}

/** Families share the surname that a masked name shows: relation and age tell members apart. */
function useNameWords(): (member: BookChangeProps["members"][number]) => string {
  const { t } = useTranslation();
  const codeWords = useCodeWords();
  return ({ name, relation, age }) =>
    [
      name ?? t("history.unnamed"),
      ...(relation ? [codeWords(relation)] : []),
      ...(age === null ? [] : [t("history.age", { age })]),
    ].join(" ");
}

function ChangedFields({ fields, changes, name }: Omit<BookChangeProps, "members"> & { name?: string }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const lead = name === undefined ? "" : t("history.lead", { lead: name });
  return (
    <>
      {changes.map((change) => (
        <span key={change.field.zh} className="history-fields">
          {lead}
          {say(change.field)}
          {change.isMoney && t("mark.inBrackets", { text: t("unit.yuan") })}{" "}
          <ChangeValue value={change.from} isMoney={change.isMoney} /> →{" "}
          <strong>
            <ChangeValue value={change.to} isMoney={change.isMoney} />
          </strong>
        </span>
      ))}
      {fields.length > 0 && (
        <span className="history-fields">
          {lead}
          {t("history.valuesNotKept", { names: fields.map(say).join(t("mark.and")) })}
        </span>
      )}
    </>
  );
}
