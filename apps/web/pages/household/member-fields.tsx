/** The members while the book is edited: a row of inputs for each, on a phone a form for each. */
import { useTranslation } from "react-i18next";
import type { Household, OpenedHousehold } from "../../../../domain/registry/household.contract.ts";
import { useCodeWords } from "../../design/code-words.ts";
import { DataTable } from "../../design/data-table.tsx";
import { savedValue } from "./draft.ts";
import { FieldInput, SavedValue } from "./field-row.tsx";
import { fieldMark, memberFields, memberPart } from "./fields.ts";
import type { Editing } from "./use-draft.ts";

interface MemberFieldsProps {
  household: Household;
  opened: OpenedHousehold | null;
  editing: Editing;
}

export function MemberFields({ household, opened, editing }: MemberFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <p className="member-fields-hint soft small">{t("household.memberFields.elsewhere")}</p>
      <DataTable
        label={t("household.tab.members")}
        className="member-table member-fields"
        stacks
        heads={[
          { key: "name", words: t("household.member.name"), className: "pinned" },
          ...memberFields.map(({ name }) => ({ key: name, words: t(`household.memberFields.${name}`) })),
        ]}
      >
        {household.members.map((member) => (
          <MemberInputs
            key={member.id}
            member={member}
            name={opened?.members.find(({ id }) => id === member.id)?.name ?? member.maskedName}
            household={household}
            editing={editing}
          />
        ))}
      </DataTable>
    </>
  );
}

interface MemberInputsProps {
  member: Household["members"][number];
  name: string | null;
  household: Household;
  editing: Editing;
}

function MemberInputs({ member, name, household, editing }: MemberInputsProps) {
  const { t } = useTranslation();
  const part = memberPart(member.id);
  const shownName = name ?? t("state.unfilled");
  return (
    <tr>
      <th scope="row" className="pinned">
        {shownName}
        <Who member={member} />
      </th>
      {memberFields.map((field) => {
        const drafted = editing.draft[part]?.[field.name];
        const words = t(`household.memberFields.${field.name}`);
        return (
          <td
            key={field.name}
            data-label={words}
            data-field={fieldMark(part, field.name)}
            className={drafted === undefined ? "" : "is-changed"}
          >
            <FieldInput
              field={field}
              label={`${shownName} ${words}`}
              value={drafted === undefined ? savedValue(household, part, field.name) : drafted}
              {...editing.inputOf(part, field.name)}
            />
            {drafted !== undefined && <SavedValue part={part} field={field} household={household} />}
          </td>
        );
      })}
    </tr>
  );
}

/** Relation, age and, of somebody who is not counted, why. */
function Who({ member }: Pick<MemberInputsProps, "member">) {
  const { t } = useTranslation();
  const codeWords = useCodeWords();
  const coded = [member.relation, member.counts ? null : member.status];
  const words = coded.flatMap((one) => (one ? codeWords(one) : []));
  const age = member.age === null ? [] : [t("household.member.years", { age: member.age })];
  return <span className="faint small member-who">{[...words, ...age].join(" · ")}</span>;
}
