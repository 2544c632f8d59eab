/** One's own work that runs, waits or failed; what is done is done. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { TaskLine } from "../../frame/task-line.tsx";
import { useMay } from "../../server/session.ts";
import { tasksQuery } from "../../server/tasks.ts";

const mostShown = 8;
const failedWithin = 7 * 24 * 3600 * 1000;

export function BackgroundWork() {
  const { t } = useTranslation();
  const [since] = useState(() => Date.now() - failedWithin);
  const may = useMay("task.list");
  const { data } = useQuery({ ...tasksQuery, enabled: may });
  if (!may) return null;
  const shown = (data?.tasks ?? [])
    .filter(({ state, updatedAt }) => (state === "failed" ? Date.parse(updatedAt) > since : state !== "done"))
    .slice(0, mostShown);
  return (
    <section className="panel background-work" aria-label={t("today.work")}>
      <div className="panel-head">
        <h2>{t("today.work")}</h2>
      </div>
      <div className="panel-body">
        {shown.length === 0 ? (
          <p className="soft">{t("today.workNone")}</p>
        ) : (
          <ul className="tray-list">
            {shown.map((task) => (
              <TaskLine key={task.id} task={task} />
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
