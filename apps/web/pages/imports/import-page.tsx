/** One import from file to receipt: what was recognised, bad rows first, then the differences, then the confirmation. */
import "./imports.css";
import "./columns.css";
import "./rejects.css";
import "./printed-receipt.css";
import "../../words/add-import.ts";
import { useQuery } from "@tanstack/react-query";
import { Link, getRouteApi } from "@tanstack/react-router";
import { Steps } from "antd";
import { useTranslation } from "react-i18next";
import type { ImportBatch, ImportPreview } from "../../../../domain/registry/import.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { PageLoading, PageProblem } from "../../frame/page-states.tsx";
import { PageTitle } from "../../frame/page-title.tsx";
import { importQuery, isWorking } from "../../server/imports.ts";
import { ApplyPanel } from "./apply-panel.tsx";
import { CheckAgain } from "./check-again.tsx";
import { ColumnMap } from "./column-map.tsx";
import { Differences } from "./differences.tsx";
import { ImportStateChip } from "./import-state-chip.tsx";
import { NotWritten } from "./not-written.tsx";
import { Outside, Rejects, Remarks } from "./rejects.tsx";
import { UnreadSheets } from "./unread-sheets.tsx";
import { UnusedColumns } from "./unused-columns.tsx";
import { WorkProgress, useImportTask } from "./work-progress.tsx";

const route = getRouteApi("/framed/imports/$county/$id");

const stepOf: Record<ImportBatch["state"], number> = {
  reading: 0,
  unmapped: 1,
  refused: 0,
  failed: 0,
  ready: 1,
  unchanged: 3,
  rejected: 1,
  applying: 2,
  applied: 3,
  undoing: 3,
  undone: 3,
};

const stopped: ReadonlySet<ImportBatch["state"]> = new Set(["refused", "failed", "rejected"]);

const notLookedAt: ReadonlySet<ImportBatch["state"]> = new Set(["reading", "failed"]);

export function ImportPage() {
  const { t } = useTranslation();
  const { county, id } = route.useParams();
  const batch = useQuery(importQuery(county, id));
  if (batch.error && !batch.data)
    return <PageProblem error={batch.error} onRetry={() => void batch.refetch()} />;
  if (!batch.data) return <PageLoading />;
  const { state, preview } = batch.data;
  return (
    <div className="page">
      <PageTitle>{t("import.title")}</PageTitle>
      <ImportHead batch={batch.data} />
      <ImportSteps batch={batch.data} />
      {isWorking(batch.data) && <WorkProgress batch={batch.data} />}
      {state === "refused" && <Refused batch={batch.data} />}
      {(state === "failed" || state === "rejected") && <NotWritten batch={batch.data} state={state} />}
      {!notLookedAt.has(state) && <UnreadSheets batch={batch.data} />}
      {preview && !notLookedAt.has(state) && (
        <Checked key={batch.data.id} batch={batch.data} preview={preview} />
      )}
      {!notLookedAt.has(state) && <UnusedColumns batch={batch.data} />}
    </div>
  );
}

function ImportSteps({ batch }: { batch: ImportBatch }) {
  const { t } = useTranslation();
  const task = useImportTask(batch);
  const isComparing = batch.state === "reading" && task?.step === "compare";
  return (
    <Steps
      className="import-steps"
      size="small"
      responsive={false}
      current={isComparing ? 1 : stepOf[batch.state]}
      status={stopped.has(batch.state) ? "error" : "process"}
      items={[
        { title: t("import.step.read") },
        { title: t("import.step.check") },
        { title: t("import.step.apply") },
      ]}
    />
  );
}

function Checked({ batch, preview }: { batch: ImportBatch; preview: ImportPreview }) {
  const say = useBothLanguages();
  return (
    <div className="import-grid">
      {batch.problem && (
        <section className="panel import-refused" role="alert">
          <p>{say(batch.problem)}</p>
        </section>
      )}
      <ApplyPanel batch={batch} preview={preview} />
      <CheckAgain batch={batch} />
      <Rejects batch={batch} preview={preview} />
      <Outside batch={batch} preview={preview} />
      <Remarks batch={batch} preview={preview} />
      <Differences batch={batch} />
      <ColumnMap batch={batch} sheets={preview.sheets} />
    </div>
  );
}

function ImportHead({ batch }: { batch: ImportBatch }) {
  const { t } = useTranslation();
  return (
    <div className="page-head">
      <div className="page-head-main">
        <ol className="crumbs">
          <li>
            <Link to="/imports">{t("import.title")}</Link>
          </li>
        </ol>
        <h1 className="page-title import-name">{batch.fileName}</h1>
        <div className="fact-line">
          <ImportStateChip state={batch.state} />
          {batch.layout && <span>{t(`import.layout.${batch.layout}`)}</span>}
          {batch.year !== null && <span className="soft">{t("state.year", { year: batch.year })}</span>}
        </div>
      </div>
    </div>
  );
}

function Refused({ batch }: { batch: ImportBatch }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  return (
    <section className="panel import-refused" role="alert">
      {batch.problem && <p>{say(batch.problem)}</p>}
      <p className="soft">{t("import.refusedHint")}</p>
      <Link to="/imports">{t("import.again")}</Link>
    </section>
  );
}
