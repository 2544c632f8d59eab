/** One labelled value of the book, or its input while editing. */
import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Household } from "../../../../domain/registry/household.contract.ts";
import { useCodeWords } from "../../design/code-words.ts";
import { codeListsQuery } from "../../server/households.ts";
import { BoundedNumber } from "./bounded-number.tsx";
import { type FieldValue, codedOf, savedValue } from "./draft.ts";
import type { Editing } from "./use-draft.ts";
import type { EditableGroup, Field } from "./fields.ts";

/** Of an area or a distance, as the book takes it. */
const largestSize = 100_000;

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
    <div className={drafted === undefined ? "" : "is-changed"}>
      <dt>{label}</dt>
      <dd>
        {editing ? (
          <FieldInput
            field={field}
            label={label}
            value={value}
            onChange={(next) => editing.set(group, field.name, next)}
          />
        ) : (
          <FieldWords group={group} field={field} household={household} />
        )}
      </dd>
    </div>
  );
}

function FieldWords({ group, field, household }: Omit<FieldRowProps, "label" | "editing">): ReactNode {
  const { t } = useTranslation();
  const codeWords = useCodeWords();
  const fields: Record<string, unknown> = household[group] ?? {};
  const value = fields[field.name];
  if (typeof value === "boolean") return value ? t("state.yes") : t("state.no");
  if (typeof value === "number") return `${value} ${field.unit ? t(`unit.${field.unit}`) : ""}`;
  const coded = codedOf(value);
  return coded ? codeWords(coded) : <span className="zero">{t("state.unfilled")}</span>;
}

interface FieldInputProps {
  field: Field;
  label: string;
  value: FieldValue;
  onChange: (value: FieldValue) => void;
}

function FieldInput(props: FieldInputProps) {
  const { kind } = props.field;
  if (kind === "boolean") return <YesNoInput {...props} />;
  return kind === "code" ? <CodeInput {...props} /> : <DecimalInput {...props} />;
}

function DecimalInput({ field, label, value, onChange }: FieldInputProps) {
  const { t } = useTranslation();
  return (
    <BoundedNumber
      label={label}
      max={largestSize}
      value={typeof value === "number" ? value : null}
      onChange={onChange}
      unit={field.unit && t(`unit.${field.unit}`)}
    />
  );
}

/** Three answers: yes, no, and nobody knows. */
function YesNoInput({ label, value, onChange }: FieldInputProps) {
  const { t } = useTranslation();
  return (
    <Select
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
  const codeWords = useCodeWords();
  const { data } = useQuery(codeListsQuery);
  const items = data?.lists.find((one) => one.id === field.list)?.items ?? [];
  return (
    <Select
      aria-label={label}
      allowClear
      placeholder={t("state.unfilled")}
      value={typeof value === "string" ? value : null}
      popupMatchSelectWidth={false}
      options={items.map((item) => ({ value: item.code, label: codeWords(item) }))}
      onChange={(next) => onChange(next ?? null)}
    />
  );
}
