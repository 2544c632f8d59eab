/** The uploader need not be reminded on his first page of what the import rejected: he says why. */
import { useMutation } from "@tanstack/react-query";
import { Button, Input, Space } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ImportBatch } from "../../../../domain/registry/import.contract.ts";
import { formatTime } from "../../design/numbers.ts";
import { ProblemNotice } from "../../design/problem-notice.tsx";
import { closeImport } from "../../server/imports.ts";

export function NoReminder({ batch }: { batch: ImportBatch }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState<string | null>(null);
  if (batch.closed)
    return (
      <p className="soft small">
        {t("import.closed", { when: formatTime(batch.closed.at), reason: batch.closed.reason })}
      </p>
    );
  if (!batch.can.close) return null;
  if (reason === null)
    return (
      <Button className="not-printed" onClick={() => setReason("")}>
        {t("import.close")}
      </Button>
    );
  return <ReasonForm batch={batch} reason={reason} onChange={setReason} />;
}

interface ReasonFormProps {
  batch: ImportBatch;
  reason: string;
  onChange: (reason: string) => void;
}

function ReasonForm({ batch, reason, onChange }: ReasonFormProps) {
  const { t } = useTranslation();
  const closing = useMutation({ mutationFn: (why: string) => closeImport(batch, why) });
  const why = reason.trim();
  return (
    <div className="no-reminder not-printed">
      <Space.Compact>
        <Input
          autoFocus
          maxLength={200}
          value={reason}
          aria-label={t("import.closeReason")}
          placeholder={t("import.closeReason")}
          onChange={({ target }) => onChange(target.value)}
        />
        <Button
          type="primary"
          disabled={why === ""}
          loading={closing.isPending}
          onClick={() => closing.mutate(why)}
        >
          {t("import.close")}
        </Button>
      </Space.Compact>
      <ProblemNotice error={closing.error} />
    </div>
  );
}
