/** What the file would change, field by field. */
import { useTranslation } from "react-i18next";
import type { ImportPreview } from "../../../../domain/registry/import.contract.ts";
import { DataTable } from "../../design/data-table.tsx";
import { formatCount } from "../../design/numbers.ts";
import { StatusChip } from "../../design/status-chip.tsx";

const heads = [
  ["registerNo", "householdList.registerNo"],
  ["field", "import.field"],
  ["from", "import.from"],
  ["to", "import.to"],
] as const;

export function Differences({ diff }: { diff: ImportPreview["diff"] }) {
  const { t } = useTranslation();
  const { changed, changedCount } = diff;
  if (changed.length === 0) {
    return (
      <section className="panel import-line">
        <StatusChip tone="plain">
          {diff.new === 0 ? t("import.differencesNone") : `${t("import.created")} ${formatCount(diff.new)}`}
        </StatusChip>
        <NewAndGone diff={diff} />
      </section>
    );
  }
  return (
    <section className="panel" aria-label={t("import.differences")}>
      <div className="panel-head">
        <h2>{t("import.differences")}</h2>
        {changedCount > changed.length && (
          <p className="soft small">
            {t("import.changeCapped", { shown: formatCount(changed.length), n: formatCount(changedCount) })}
          </p>
        )}
      </div>
      <NewAndGone diff={diff} />
      <DataTable
        label={t("import.differences")}
        className="diff-frame"
        stacks
        heads={heads.map(([key, word]) => ({ key, words: t(word) }))}
      >
        {changed.map((change, index) => (
          <tr key={`${change.registerNo}-${change.field}-${index}`}>
            <td className="register-no" data-label={t("householdList.registerNo")}>
              {change.registerNo}
            </td>
            <td data-label={t("import.field")}>{change.label}</td>
            <td className="diff-from" data-label={t("import.from")}>
              {change.from ?? t("state.none")}
            </td>
            <td className="diff-to" data-label={t("import.to")}>
              {change.hidden && change.to !== null ? t("import.changedText") : (change.to ?? t("state.none"))}
            </td>
          </tr>
        ))}
      </DataTable>
    </section>
  );
}

/** Which households are new, and which the file does not name: their numbers, on demand. */
function NewAndGone({ diff }: { diff: ImportPreview["diff"] }) {
  return (
    <>
      <Numbers word="import.created" numbers={diff.newRegisterNos} count={diff.new} />
      <Numbers word="import.gone" numbers={diff.goneRegisterNos} count={diff.gone} />
    </>
  );
}

interface NumbersProps {
  word: "import.created" | "import.gone";
  numbers: string[];
  /** More than the list when the server cut it. */
  count: number;
}

function Numbers({ word, numbers, count }: NumbersProps) {
  const { t } = useTranslation();
  if (numbers.length === 0) return null;
  return (
    <details className="diff-numbers">
      <summary>{t("import.numbersOf", { label: t(word), n: formatCount(count) })}</summary>
      <p className="small register-no">
        {numbers.join("、")}
        {count > numbers.length && ` ${t("import.numbersCut", { shown: formatCount(numbers.length) })}`}
      </p>
    </details>
  );
}
