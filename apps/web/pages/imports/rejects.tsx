/** Bad rows, households of other places, and values left out of good rows, grouped by reason; the places of each reason come by pages. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { RejectGroup } from "../../../../domain/registry/import-reject.contract.ts";
import type { ImportBatch, ImportPreview } from "../../../../domain/registry/import.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { formatCount } from "../../design/numbers.ts";
import { ProblemNotice } from "../../design/problem-notice.tsx";
import { StatusChip } from "../../design/status-chip.tsx";
import { rejectGroupsQuery } from "../../server/import-rejects.ts";
import { NoReminder } from "./no-reminder.tsx";
import { RejectedFile } from "./rejected-file.tsx";
import { RejectRows } from "./reject-rows.tsx";

interface RejectsProps {
  batch: ImportBatch;
  preview: ImportPreview;
}

export function Rejects({ batch, preview: { rejectedCount } }: RejectsProps) {
  const { t } = useTranslation();
  if (rejectedCount > 0)
    return (
      <Reasons
        title={t("import.rejects")}
        hint={t("import.rejectsHint")}
        {...{ batch, kind: "reject", count: rejectedCount }}
      >
        <RejectedFile batch={batch} />
        <NoReminder batch={batch} />
      </Reasons>
    );
  return (
    <section className="panel import-line">
      <StatusChip tone="verified">{t("import.rejectsNone")}</StatusChip>
    </section>
  );
}

/** Households of other places in the file: there is nothing to mend in them. */
export function Outside({ batch, preview: { outsideCount } }: RejectsProps) {
  const { t } = useTranslation();
  if (outsideCount === 0) return null;
  return (
    <Reasons
      title={t("import.outside")}
      hint={t("import.outsideHint")}
      {...{ batch, kind: "outside", count: outsideCount }}
    />
  );
}

/** Values that were left out while their row is written. */
export function Remarks({ batch, preview: { remarkCount } }: RejectsProps) {
  const { t } = useTranslation();
  if (remarkCount === 0) return null;
  return (
    <Reasons
      title={t("import.remarks")}
      hint={t("import.remarksHint")}
      {...{ batch, kind: "remark", count: remarkCount }}
    />
  );
}

interface ReasonsProps {
  batch: ImportBatch;
  kind: RejectGroup["kind"];
  count: number;
  title: string;
  hint: string;
  children?: ReactNode;
}

function Reasons({ batch, kind, count, title, hint, children }: ReasonsProps) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(rejectGroupsQuery(batch));
  const groups = (data?.groups ?? []).filter((group) => group.kind === kind);
  return (
    <section className="panel" aria-label={title}>
      <div className="panel-head">
        <h2>
          {title}{" "}
          <span className={kind === "outside" ? "faint" : "must-count"}>
            {t(kind === "outside" ? "import.households" : "import.reasonCount", { n: formatCount(count) })}
          </span>
        </h2>
        <p className="soft small import-hint">{hint}</p>
        {children}
      </div>
      <ProblemNotice error={error} onRetry={() => void refetch()} />
      {groups.map((group) => (
        <Reason key={group.group} batch={batch} group={group} />
      ))}
    </section>
  );
}

function Reason({ batch, group }: { batch: ImportBatch; group: RejectGroup }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const [isOpen, setOpen] = useState(group.group === 1 && group.kind !== "outside");
  return (
    <details className="reject-group" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span>{say(group.reason)}</span>
        <span className="faint">
          {t(group.kind === "outside" ? "import.households" : "import.reasonCount", {
            n: formatCount(group.count),
          })}
        </span>
      </summary>
      {isOpen && <RejectRows batch={batch} group={group} />}
    </details>
  );
}
