/** Households that undoing an import does not touch, each with the reason and what can be done instead. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ImportBatch } from "../../../../domain/registry/import.contract.ts";
import { DataTable } from "../../design/data-table.tsx";
import { formatCount } from "../../design/numbers.ts";
import { ProblemNotice } from "../../design/problem-notice.tsx";
import { leftAloneQuery } from "../../server/import-undo.ts";
import { PageTurner } from "./page-turner.tsx";
import { useReadPage } from "./read-page.ts";

export function LeftAlone({ batch }: { batch: ImportBatch }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const count = batch.undo?.left ?? batch.undo?.others ?? 0;
  return (
    <details className="left-alone" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("import.leftAlone", { n: formatCount(count) })}</summary>
      {isOpen && <Households batch={batch} />}
    </details>
  );
}

function Households({ batch }: { batch: ImportBatch }) {
  const { t } = useTranslation();
  const [starts, setStarts] = useState([""]);
  const { data, error, refetch } = useQuery(leftAloneQuery(batch, starts.at(-1) ?? ""));
  const read = useReadPage(starts, data);
  const problem = <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!read) return problem;
  const { page } = read;
  const heads = [
    { key: "registerNo", words: t("householdList.registerNo") },
    { key: "reason", words: t("import.reason") },
  ];
  return (
    <>
      {problem}
      <ul className="small">
        {page.counts.map(({ reason, count }) => (
          <li key={reason}>
            {t(`import.leftReason.${reason}`)} {t("import.households", { n: formatCount(count) })}
            {" · "}
            {t(`import.leftInstead.${reason}`)}
          </li>
        ))}
      </ul>
      <DataTable label={t("import.leftAloneList")} heads={heads} stacks>
        {page.households.map(({ registerNo, reason }) => (
          <tr key={registerNo}>
            <td className="register-no" data-label={t("householdList.registerNo")}>
              {registerNo}
            </td>
            <td data-label={t("import.reason")}>{t(`import.leftReason.${reason}`)}</td>
          </tr>
        ))}
      </DataTable>
      {(read.starts.length > 1 || page.next !== null) && (
        <PageTurner starts={read.starts} next={page.next} onTurn={setStarts} />
      )}
    </>
  );
}
