/** One column of the file: which field it became, how sure that is, and the choice of another one. */
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import type { ImportField } from "../../../../domain/registry/import-mapping.contract.ts";
import type { ImportSheet } from "../../../../domain/registry/import.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { StatusChip, type Tone } from "../../design/status-chip.tsx";
import type { ChosenColumns } from "../../server/import-mapping.ts";

type Column = ImportSheet["columns"][number];

const how = {
  label: ["verified", "import.confidence.label"],
  alias: ["doubt", "import.confidence.alias"],
  unknown: ["plain", "import.confidence.unknown"],
  changed: ["doubt", "import.confidence.changed"],
  before: ["accent", "import.mappedBefore"],
  now: ["accent", "import.mappedNow"],
} as const satisfies Record<string, readonly [Tone, string]>;

/** What the catalogue says, without a person. */
export const asRecognised = "";
const leftOut = "-";

interface ColumnChoiceProps {
  column: Column;
  fields: ImportField[];
  chosen: ChosenColumns;
  isOfLastTime: boolean;
  /** Absent: it can only be looked at. */
  onChoose: ((choice: string | null) => void) | undefined;
}

export function ColumnChoice({ column, fields, chosen, isOfLastTime, onChoose }: ColumnChoiceProps) {
  const { t } = useTranslation();
  const { letter, label } = column;
  return (
    <tr>
      <th scope="row">
        <code>{letter}</code> {label}
      </th>
      <td className="chosen-field" data-label={t("import.field")}>
        {onChoose ? (
          <FieldChoice {...{ column, fields, chosen }} onChoose={onChoose} />
        ) : (
          <FieldTitle column={column} fields={fields} />
        )}
      </td>
      <td data-label={t("import.how")}>
        <Confidence column={column} chosen={chosen} isOfLastTime={isOfLastTime} />
      </td>
    </tr>
  );
}

function FieldTitle({ column, fields }: { column: Column; fields: ImportField[] }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const field = fields.find(({ key }) => key === column.field);
  return field ? say(field.title) : t("import.columnUnread");
}

function FieldChoice({
  column,
  fields,
  chosen,
  onChoose,
}: Pick<ColumnChoiceProps, "column" | "fields" | "chosen"> & {
  onChoose: (choice: string | null) => void;
}) {
  const { t } = useTranslation();
  const { label } = column;
  const options = useFieldOptions(column, fields);
  const choice = label in chosen ? (chosen[label] ?? leftOut) : asRecognised;
  return (
    <Select
      className="field-choice"
      aria-label={t("import.fieldOf", { column: label })}
      showSearch={{ optionFilterProp: "label" }}
      popupMatchSelectWidth={false}
      value={choice}
      onChange={(next) => onChoose(next === leftOut ? null : next)}
      options={options}
    />
  );
}

/** First what the column is without a person's choice, then leaving it out, then the other fields. */
function useFieldOptions({ field, isChosen }: Column, fields: ImportField[]) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const recognised = isChosen ? undefined : fields.find(({ key }) => key === field);
  return [
    {
      value: asRecognised,
      label: isChosen
        ? t("import.asRecognised")
        : recognised
          ? say(recognised.title)
          : t("import.columnUnread"),
    },
    { value: leftOut, label: t("import.leaveOut") },
    ...fields
      .filter(({ key }) => key !== recognised?.key)
      .map(({ key, title, unit }) => ({
        value: key,
        label: `${say(title)}${unit ? t("mark.inBrackets", { text: unit }) : ""}`,
      })),
  ];
}

function Confidence({
  column,
  chosen,
  isOfLastTime,
}: Pick<ColumnChoiceProps, "column" | "chosen" | "isOfLastTime">) {
  const { t } = useTranslation();
  const { label, field, isChosen, confidence } = column;
  const isAsRead = isChosen ? label in chosen && chosen[label] === field : !(label in chosen);
  const recognised = field === null ? how.unknown : confidence === 1 ? how.label : how.alias;
  const read = isChosen ? how[isOfLastTime ? "before" : "now"] : recognised;
  const [tone, word] = isAsRead ? read : how.changed;
  return (
    <StatusChip tone={tone} quiet>
      {t(word)}
    </StatusChip>
  );
}
