/** The places of one reason, by pages, each with its sheet, row and column as Excel shows them, and put right in place. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RejectGroup, RejectPage } from "../../../../domain/registry/import-reject.contract.ts";
import type { ImportBatch } from "../../../../domain/registry/import.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { DataTable } from "../../design/data-table.tsx";
import { ProblemNotice } from "../../design/problem-notice.tsx";
import { rejectsQuery } from "../../server/import-rejects.ts";
import { CellCorrection, cellOf } from "./cell-correction.tsx";
import { PageTurner } from "./page-turner.tsx";
import { useReadPage } from "./read-page.ts";

type Rejects = RejectPage["rejects"];

interface RejectRowsProps {
  batch: ImportBatch;
  group: RejectGroup;
}

const ofAPage = 50;

export function RejectRows({ batch, group }: RejectRowsProps) {
  // Where each page looked at so far begins; the last is shown.
  const [starts, setStarts] = useState([0]);
  const { data, error, refetch } = useQuery(rejectsQuery(batch, group, starts.at(-1) ?? 0));
  const read = useReadPage(starts, data);
  const problem = <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!read) return problem;
  const { page } = read;
  return (
    <>
      {problem}
      <RejectTable batch={batch} group={group} rejects={page.rejects} />
      {group.count > ofAPage && (
        <PageTurner
          starts={read.starts}
          next={page.next}
          pages={Math.ceil(group.count / ofAPage)}
          onTurn={setStarts}
        />
      )}
    </>
  );
}

function RejectTable({ batch, group, rejects }: RejectRowsProps & { rejects: Rejects }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const isMended = group.kind !== "outside";
  const differs = rejects.some((one) => one.reason.zh !== group.reason.zh);
  const heads = [
    { key: "where", words: t("import.where") },
    { key: "registerNo", words: t("householdList.registerNo") },
    { key: "village", words: t("import.village") },
    ...(isMended
      ? [
          { key: "column", words: t("import.column") },
          { key: "value", words: t("import.value") },
        ]
      : []),
    ...(differs ? [{ key: "reason", words: t("import.reason") }] : []),
    ...(batch.can.correct && isMended ? [{ key: "right", words: t("import.right") }] : []),
  ];
  return (
    <DataTable label={say(group.reason)} heads={heads} stacks>
      {rejects.map((one) => (
        <RejectRow key={one.position} {...{ batch, one, differs, isMended }} />
      ))}
    </DataTable>
  );
}

interface RejectRowProps {
  batch: ImportBatch;
  one: Rejects[number];
  differs: boolean;
  /** There is something to put right in it. */
  isMended: boolean;
}

function RejectRow({ batch, one, differs, isMended }: RejectRowProps) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const cell = batch.preview ? cellOf(one, batch.preview) : undefined;
  return (
    <tr>
      <td data-label={t("import.where")}>{t("import.place", { sheet: one.sheet, row: one.row })}</td>
      <td className="register-no" data-label={t("householdList.registerNo")}>
        {one.registerNo ?? t("state.none")}
      </td>
      <td data-label={t("import.village")}>{one.village ?? t("state.none")}</td>
      {isMended && (
        <>
          <td data-label={t("import.column")}>{one.column}</td>
          <td data-label={t("import.value")}>{one.value ?? t("state.none")}</td>
        </>
      )}
      {differs && <td data-label={t("import.reason")}>{say(one.reason)}</td>}
      {batch.can.correct && isMended && (
        <td data-label={t("import.right")}>
          {cell ? <CellCorrection batch={batch} cell={cell} column={one.column} /> : t("import.notHere")}
        </td>
      )}
    </tr>
  );
}
