/** Reading or writing under way: at which step it is, how far, and that one may leave. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Task } from "../../../api/task.contract.ts";
import type { ImportBatch } from "../../../../domain/registry/import.contract.ts";
import { TaskProgress } from "../../frame/task-progress.tsx";
import { isActive, tasksQuery } from "../../server/tasks.ts";

export function WorkProgress({ batch }: { batch: ImportBatch }) {
  const { t } = useTranslation();
  const task = useImportTask(batch);
  return (
    <section className="panel work-progress" role="status">
      <p>{batch.state === "applying" ? t("import.applyingHint") : t("import.readingHint")}</p>
      <TaskProgress task={task} label={t(`import.state.${batch.state}`)} />
    </section>
  );
}

/** The reader's own work of this kind; undefined when somebody else started it. */
export function useImportTask({ state }: ImportBatch): Task | undefined {
  const kind = state === "applying" ? "import.apply" : "import.preview";
  return useQuery(tasksQuery).data?.tasks.find((one) => one.kind === kind && isActive(one));
}
