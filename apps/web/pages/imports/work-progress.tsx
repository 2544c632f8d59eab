/** Reading or writing under way: how far it is, and that one may leave. */
import { useQuery } from "@tanstack/react-query";
import { Progress } from "antd";
import { useTranslation } from "react-i18next";
import type { ImportBatch } from "../../../../domain/registry/import.contract.ts";
import { isActive, tasksQuery } from "../../server/tasks.ts";

export function WorkProgress({ batch }: { batch: ImportBatch }) {
  const { t } = useTranslation();
  const kind = batch.state === "applying" ? "import.apply" : "import.preview";
  const task = useQuery(tasksQuery).data?.tasks.find((one) => one.kind === kind && isActive(one));
  const percent = task && task.total > 0 ? Math.round((task.done / task.total) * 100) : 0;
  return (
    <section className="panel work-progress" role="status">
      <p>{batch.state === "applying" ? t("import.applyingHint") : t("import.readingHint")}</p>
      <Progress percent={percent} status="active" aria-label={t(`import.state.${batch.state}`)} />
    </section>
  );
}
