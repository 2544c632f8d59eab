/** What would be written, the confirmation, and afterwards the receipt. */
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Checkbox } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ImportBatch, ImportPreview } from "../../../../domain/registry/import.contract.ts";
import { formatCount } from "../../design/numbers.ts";
import { ProblemNotice } from "../../design/problem-notice.tsx";
import { applyImport, isWritten } from "../../server/imports.ts";
import { CorrectedByHand } from "./corrected-by-hand.tsx";
import { useUnchecked } from "./check-again.tsx";
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

function Confirm({ batch, preview }: { batch: ImportBatch; preview: ImportPreview }) {
  const { t } = useTranslation();
  const [isConfirmed, setConfirmed] = useState(false);
  const applying = useMutation({
    mutationFn: () => applyImport(batch.county, batch.id, isConfirmed ? preview.identityDigest : null),
  });
  const unchecked = useUnchecked(batch);
  const needsConfirmation = preview.identityChangeCount > 0;
  const isNothing = preview.created + preview.updated === 0;
  if (batch.state !== "ready" || !batch.can.apply) return null;
  return (
    <div className="apply-actions">
      <CorrectedByHand batch={batch} />
      <ProblemNotice error={applying.error} />
      {needsConfirmation && (
        <IdentityChanges preview={preview} isConfirmed={isConfirmed} onConfirm={setConfirmed} />
      )}
      <Button
        type="primary"
        size="large"
        disabled={unchecked > 0 || isNothing || (needsConfirmation && !isConfirmed)}
        loading={applying.isPending}
        onClick={() => applying.mutate()}
      >
        {isNothing
          ? t("import.applyNothing")
          : t("import.applyCount", {
              households: formatCount(preview.households),
              persons: formatCount(preview.persons),
            })}
      </Button>
      <Link to="/imports">{t("import.again")}</Link>
    </div>
  );
}

interface IdentityChangesProps {
  preview: ImportPreview;
  isConfirmed: boolean;
  onConfirm: (isConfirmed: boolean) => void;
}

/** Numbers that now belong to wholly other people: written only after somebody looked at them. */
function IdentityChanges({ preview, isConfirmed, onConfirm }: IdentityChangesProps) {
  const { t } = useTranslation();
  const { identityChanges, identityChangeCount } = preview;
  return (
    <div className="identity-changes">
      <details>
        <summary>{t("import.identityChanges", { n: formatCount(identityChangeCount) })}</summary>
        <p className="small">{identityChanges.join(t("mark.and"))}</p>
      </details>
      <Checkbox checked={isConfirmed} onChange={({ target }) => onConfirm(target.checked)}>
        {t("import.identityConfirm")}
      </Checkbox>
    </div>
  );
}
