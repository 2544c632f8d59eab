/** What would be written, the confirmation, and afterwards the receipt. */
import { useTranslation } from "react-i18next";
import type { ImportBatch, ImportPreview } from "../../../../domain/registry/import.contract.ts";
import { formatCount } from "../../design/numbers.ts";
import { isWritten } from "../../server/imports.ts";
import { Confirm } from "./confirm.tsx";
import { Receipt } from "./receipt.tsx";

export function ApplyPanel({ batch, preview }: { batch: ImportBatch; preview: ImportPreview }) {
  const { t } = useTranslation();
  const counts = [
    ["created", preview.created],
    ["updated", preview.updated],
    ["unchanged", preview.unchanged],
    ["gone", preview.gone],
    ["gonePersons", preview.diff.gonePersons],
  ] as const;
  return (
    <section className="panel apply-panel">
      <dl className="apply-counts">
        <div>
          <dt>{t(countedWords(batch, preview))}</dt>
          <dd>
            {t("import.households", { n: formatCount(preview.households) })}
            <small>{t("import.persons", { n: formatCount(preview.persons) })}</small>
          </dd>
        </div>
        {counts.map(([word, count]) => (
          <div key={word}>
            <dt>{t(`import.${word}`)}</dt>
            <dd className={count === 0 ? "zero" : ""}>{formatCount(count)}</dd>
          </div>
        ))}
      </dl>
      {preview.gone + preview.diff.gonePersons > 0 && !isWritten(batch) && (
        <p className="soft small">{t("import.goneHint")}</p>
      )}
      {batch.state === "unchanged" && <p role="status">{t(unchangedWords(preview))}</p>}
      {isWritten(batch) ? <Receipt batch={batch} /> : <Confirm batch={batch} preview={preview} />}
    </section>
  );
}

function countedWords(batch: ImportBatch, { created, updated }: ImportPreview) {
  if (isWritten(batch)) return "import.written";
  return created + updated === 0 ? "import.same" : "import.accepted";
}

function unchangedWords({ households, outsideCount }: ImportPreview) {
  return households === 0 && outsideCount > 0 ? "import.outsideOnlyHint" : "import.unchangedHint";
}
