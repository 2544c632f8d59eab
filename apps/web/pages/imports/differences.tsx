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
              {change.to ?? t("state.none")}
            </td>
          </tr>
        ))}
      </DataTable>
    </section>
  );
}
