/** Bringing a file in, and the files brought in before: an import can be left and taken up again here. */
import "./imports.css";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { ImportBatch } from "../../../../domain/registry/import.contract.ts";
import { DataTable } from "../../design/data-table.tsx";
import { EmptyState } from "../../design/empty-state.tsx";
import { formatTime } from "../../design/numbers.ts";
import { PageLoading, PageProblem } from "../../frame/page-states.tsx";
import { PageTitle } from "../../frame/page-title.tsx";
import { importListQuery } from "../../server/imports.ts";
import { useMay } from "../../server/session.ts";
import { ImportStateChip } from "./import-state-chip.tsx";
import { UploadPanel } from "./upload-panel.tsx";

export function ImportListPage() {
  const { t } = useTranslation();
  const mayImport = useMay("import.create");
  const list = useQuery(importListQuery);
  if (list.error && !list.data) return <PageProblem error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <PageLoading />;
  return (
    <div className="page">
      <PageTitle>{t("import.title")}</PageTitle>
      <h1 className="page-title import-title">{t("import.title")}</h1>
      {mayImport && <UploadPanel />}
      <section className="panel" aria-label={t("import.past")}>
        <div className="panel-head">
          <h2>{t("import.past")}</h2>
        </div>
        {list.data.imports.length === 0 ? (
          <EmptyState title={t("import.none")} />
        ) : (
          <PastImports imports={list.data.imports} />
        )}
      </section>
    </div>
  );
}

function PastImports({ imports }: { imports: ImportBatch[] }) {
  const { t } = useTranslation();
  const heads = [
    { key: "file", words: t("import.file"), className: "pinned" },
    { key: "result", words: t("import.result") },
    { key: "kind", words: t("import.kind") },
    { key: "year", words: t("import.year") },
    { key: "when", words: t("import.when") },
  ];
  return (
    <DataTable label={t("import.past")} heads={heads} stacks>
      {imports.map((batch) => (
        <tr key={batch.id}>
          <th scope="row" className="pinned">
            <Link to="/imports/$county/$id" params={{ county: batch.county, id: batch.id }}>
              {batch.fileName}
            </Link>
          </th>
          <td data-label={t("import.result")}>
            <ImportStateChip state={batch.state} />
          </td>
          <td data-label={t("import.kind")}>
            {batch.layout ? t(`import.layout.${batch.layout}`) : t("state.none")}
          </td>
          <td data-label={t("import.year")}>
            {batch.year === null ? t("state.none") : t("state.year", { year: batch.year })}
          </td>
          <td className="soft" data-label={t("import.when")}>
            {formatTime(batch.createdAt)}
          </td>
        </tr>
      ))}
    </DataTable>
  );
}
