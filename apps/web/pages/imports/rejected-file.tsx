/**
 * The rejected households as a file, to mend many rows at once in Excel. It is made behind and waits in the tray. The names
 * and numbers in it are not masked: its making is on record.
 */
import { useMutation, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { ImportBatch } from "../../../../domain/registry/import.contract.ts";
import { ProblemNotice } from "../../design/problem-notice.tsx";
import { FetchFile } from "../../frame/fetch-file.tsx";
import { TaskProgress } from "../../frame/task-progress.tsx";
import { startRejectedFile } from "../../server/import-corrections.ts";
import { isActive, tasksQuery } from "../../server/tasks.ts";

export function RejectedFile({ batch }: { batch: ImportBatch }) {
  const { t } = useTranslation();
  const starting = useMutation({ mutationFn: () => startRejectedFile(batch) });
  const { data } = useQuery(tasksQuery);
  const task = data?.tasks.find(({ id }) => id === starting.data);
  const isMaking = starting.isPending || (starting.data !== undefined && (!task || isActive(task)));
  if (!batch.can.correct) return null;
  return (
    <>
      {task?.file ? (
        <FetchFile path={task.file} />
      ) : (
        <Button loading={isMaking} disabled={isMaking} onClick={() => starting.mutate()}>
          {t("import.rejectedFile")}
        </Button>
      )}
      {isMaking && (
        <div role="status" className="rejected-file">
          <TaskProgress task={task} label={t("import.rejectedFile")} />
          <span className="soft small">{t("import.rejectedFileHint")}</span>
        </div>
      )}
      <ProblemNotice error={starting.error} />
    </>
  );
}
