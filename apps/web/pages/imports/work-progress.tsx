/** Reading or writing under way: at which step it is, how far, and that one may leave. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Task } from "../../../api/task.contract.ts";
import type { ImportBatch } from "../../../../domain/registry/import.contract.ts";
import { TaskProgress } from "../../frame/task-progress.tsx";
import { isActive, tasksQuery } from "../../server/tasks.ts";

/** What the worker does in a state; else it reads. */
const works: Partial<Record<ImportBatch["state"], { kind: string; hint: WorkHint }>> = {
  applying: { kind: "import.apply", hint: "import.applyingHint" },
  undoing: { kind: "import.undo", hint: "import.undoingHint" },
};
type WorkHint = "import.applyingHint" | "import.undoingHint";

export function WorkProgress({ batch }: { batch: ImportBatch }) {
  const { t } = useTranslation();
  const task = useImportTask(batch);
  return (
    <section className="panel work-progress" role="status">
      <p>{t(works[batch.state]?.hint ?? "import.readingHint")}</p>
      <TaskProgress task={task} label={t(`import.state.${batch.state}`)} />
    </section>
  );
}

/** The reader's own work on this import; undefined when somebody else started it. */
export function useImportTask({ state, id }: ImportBatch): Task | undefined {
  const kind = works[state]?.kind ?? "import.preview";
  return useQuery(tasksQuery).data?.tasks.find(
    (one) => one.kind === kind && one.importId === id && isActive(one),
  );
}
