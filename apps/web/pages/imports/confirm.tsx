/** The confirmation of what was looked at: what cannot be undone is said before it is written. */
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Checkbox } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ImportBatch, ImportPreview } from "../../../../domain/registry/import.contract.ts";
import { formatCount } from "../../design/numbers.ts";
import { ProblemNotice } from "../../design/problem-notice.tsx";
import { applyImport } from "../../server/imports.ts";
import { useUnchecked } from "./check-again.tsx";
import { CorrectedByHand } from "./corrected-by-hand.tsx";
import { WriteButton } from "./write-button.tsx";

interface Looked {
  batch: ImportBatch;
  preview: ImportPreview;
}

export function Confirm({ batch, preview }: Looked) {
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
      <Headless preview={preview} />
      <ProblemNotice error={applying.error} />
      {needsConfirmation && (
        <IdentityChanges preview={preview} isConfirmed={isConfirmed} onConfirm={setConfirmed} />
      )}
      <UndoForeseen batch={batch} preview={preview} />
      <WriteButton
        batch={batch}
        preview={preview}
        isDisabled={unchecked > 0 || isNothing || (needsConfirmation && !isConfirmed)}
        isWriting={applying.isPending}
        onWrite={() => applying.mutate()}
      />
      <Link to="/imports">{t("import.again")}</Link>
    </div>
  );
}

/** How many of the changes can be undone; an import that was looked at before this was kept says nothing. */
function UndoForeseen({ batch: { undo }, preview: { created } }: Looked) {
  const { t } = useTranslation();
  if (undo === null || undo.restorable + undo.others === 0) return null;
  const linked = undo.others - created;
  return (
    <ul className="undo-foreseen small">
      {undo.restorable > 0 && <li>{t("import.willUndo", { n: formatCount(undo.restorable) })}</li>}
      {created > 0 && <li>{t("import.willNotUndoNew", { n: formatCount(created) })}</li>}
      {linked > 0 && <li>{t("import.willNotUndoLinked", { n: formatCount(linked) })}</li>}
    </ul>
  );
}

/** Households that are written although the row of their head is not. */
function Headless({ preview: { headless, headlessCount } }: Pick<Looked, "preview">) {
  const { t } = useTranslation();
  if (headlessCount === 0) return null;
  return (
    <details className="identity-changes">
      <summary>{t("import.headless", { n: formatCount(headlessCount) })}</summary>
      <p className="small">{headless.join(t("mark.and"))}</p>
    </details>
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
