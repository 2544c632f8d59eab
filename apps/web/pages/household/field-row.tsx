/** One labelled value of the book, or its input while editing. */
import { useQuery } from "@tanstack/react-query";
import { Input, Select } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Household } from "../../../../domain/registry/household.contract.ts";
import { useCodeWords } from "../../design/code-words.ts";
import { codeListsQuery } from "../../server/households.ts";
import { BoundedNumber } from "./bounded-number.tsx";
import { type FieldValue, codedOf, savedField, savedValue } from "./draft.ts";
import type { DraftedInput, Editing } from "./use-draft.ts";
import { fieldMark, type EditableGroup, type EditablePart, type Field } from "./fields.ts";

/** Of an area or a distance, as the book takes it. */
const largestSize = 100_000;
const longestText = 100;
const grades = [1, 2, 3, 4];

interface FieldRowProps {
  group: EditableGroup;
  field: Field;
  label: string;
  household: Household;
  editing: Editing | null;
}

export function FieldRow({ group, field, label, household, editing }: FieldRowProps) {
  const drafted = editing?.draft[group]?.[field.name];
  const value = drafted === undefined ? savedValue(household, group, field.name) : drafted;
  return (
    <div className={drafted === undefined ? "" : "is-changed"} data-field={fieldMark(group, field.name)}>
      <dt>{label}</dt>
      <dd>
        {editing ? (
          <FieldInput field={field} label={label} value={value} {...editing.inputOf(group, field.name)} />
        ) : (
          <FieldWords part={group} field={field} household={household} />
        )}
        {drafted !== undefined && <SavedValue part={group} field={field} household={household} />}
      </dd>
    </div>
  );
}

interface FieldWordsProps {
  part: EditablePart;
  field: Field;
  household: Household;
}

/** What the book says now, below what is being typed: somebody else may have changed it meanwhile. */
export function SavedValue(props: FieldWordsProps) {
  const { t } = useTranslation();
  return (
    <span className="saved-value faint small">
      {t("household.savedValue")} <FieldWords {...props} />
    </span>
  );
}

function FieldWords({ part, field, household }: FieldWordsProps): ReactNode {
  const { t } = useTranslation();
  const codeWords = useCodeWords();
  const value = savedField(household, part, field.name);
  if (Array.isArray(value) && value.length > 0)
    return value
      .flatMap((one) => codedOf(one) ?? [])
      .map(codeWords)
      .join(t("mark.and"));
  if (typeof value === "string" && value !== "") return value;
  if (typeof value === "boolean") return value ? t("state.yes") : t("state.no");
  if (typeof value === "number") return `${value} ${field.unit ? t(`unit.${field.unit}`) : ""}`;
  const coded = codedOf(value);
  return coded ? codeWords(coded) : <span className="zero">{t("state.unfilled")}</span>;
}

export interface FieldInputProps extends DraftedInput {
  field: Field;
  label: string;
  value: FieldValue;
}

/** The input for one value of the book, whichever kind it is. */
export function FieldInput(props: FieldInputProps) {
  switch (props.field.kind) {
    case "boolean":
      return <YesNoInput {...props} />;
    case "code":
      return <CodeInput {...props} />;
    case "codes":
      return <CodesInput {...props} />;
    case "grade":
      return <GradeInput {...props} />;
    case "text":
      return <TextInput {...props} />;
    case "months":
    case "decimal":
      return <NumberInput {...props} />;
  }
}

function NumberInput({ field, value, ...input }: FieldInputProps) {
  const { t } = useTranslation();
  const isMonths = field.kind === "months";
  return (
    <BoundedNumber
      {...input}
      max={isMonths ? 12 : largestSize}
      isWhole={isMonths}
      value={typeof value === "number" ? value : null}
      unit={isMonths ? t("unit.month") : field.unit && t(`unit.${field.unit}`)}
    />
  );
}

function TextInput({ label, value, onChange }: FieldInputProps) {
  const { t } = useTranslation();
  return (
    <Input
      aria-label={label}
      maxLength={longestText}
      placeholder={t("state.unfilled")}
      value={typeof value === "string" ? value : ""}
      onChange={({ target }) => onChange(target.value === "" ? null : target.value)}
    />
  );
}

function GradeInput({ label, value, onChange }: FieldInputProps) {
  const { t } = useTranslation();
  return (
    <Select
      {...onlyWhatIsChosen}
      aria-label={label}
      allowClear
      placeholder={t("state.unfilled")}
      value={typeof value === "number" ? value : null}
      options={grades.map((grade) => ({ value: grade, label: t("household.grade", { n: grade }) }))}
      onChange={(next) => onChange(next ?? null)}
    />
  );
}

/** Tab leaves an opened list without taking its first option. */
const onlyWhatIsChosen = { defaultActiveFirstOption: false };

/** Three answers: yes, no, and nobody knows. */
function YesNoInput({ label, value, onChange }: FieldInputProps) {
  const { t } = useTranslation();
  return (
    <Select
      {...onlyWhatIsChosen}
      aria-label={label}
      allowClear
      placeholder={t("state.unfilled")}
      value={value === null ? null : String(value)}
      options={[
        { value: "true", label: t("state.yes") },
        { value: "false", label: t("state.no") },
      ]}
      onChange={(next) => onChange(next ? next === "true" : null)}
    />
  );
}

function CodeInput({ field, label, value, onChange }: FieldInputProps) {
  const { t } = useTranslation();
  return (
    <Select
      {...onlyWhatIsChosen}
      aria-label={label}
      allowClear
      placeholder={t("state.unfilled")}
      value={typeof value === "string" ? value : null}
      popupMatchSelectWidth={false}
      options={useCodeOptions(field)}
      onChange={(next) => onChange(next ?? null)}
    />
  );
}

/** Several codes; the one that stands alone takes the place of all others, and gives it up to them. */
function CodesInput({ field, label, value, onChange }: FieldInputProps) {
  const { t } = useTranslation();
  return (
    <Select
      {...onlyWhatIsChosen}
      aria-label={label}
      mode="multiple"
      placeholder={t("state.unfilled")}
      value={Array.isArray(value) ? value : []}
      popupMatchSelectWidth={false}
      options={useCodeOptions(field)}
      onChange={(next) =>
        onChange(next.at(-1) === field.alone ? next.slice(-1) : next.filter((code) => code !== field.alone))
      }
    />
  );
}

function useCodeOptions(field: Field) {
  const codeWords = useCodeWords();
  const { data } = useQuery(codeListsQuery);
  const items = data?.lists.find((one) => one.id === field.list)?.items ?? [];
  return items.map((item) => ({ value: item.code, label: codeWords(item) }));
}
