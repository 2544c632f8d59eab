/** Long work under way. It goes on without the page; when it ends its figures are read again. */
import { SyncOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Popover, Progress } from "antd";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Task } from "../../api/task.contract.ts";
import { useBothLanguages } from "../design/both-languages.ts";
import { StatusChip, type Tone } from "../design/status-chip.tsx";
import { useAreaName } from "../server/area.ts";
import { queryClient } from "../server/query-client.ts";
import { isActive, tasksQuery } from "../server/tasks.ts";

const tones: Record<Task["state"], Tone> = {
  waiting: "plain",
  running: "accent",
  done: "verified",
  failed: "must",
};
const mostShown = 6;

export function TaskTray() {
  const { t } = useTranslation();
  const { data } = useQuery(tasksQuery);
  const tasks = data?.tasks.slice(0, mostShown) ?? [];
  const active = tasks.filter(isActive).length;
  useRefreshWhenDone(active);
  const lines = tasks.map((task) => <TaskLine key={task.id} task={task} />);
  const content = (
    <div className="tray">{lines.length > 0 ? <ul className="tray-list">{lines}</ul> : t("task.none")}</div>
  );
  return (
    <Popover content={content} title={t("task.list")} trigger="click" placement="bottomRight">
      <button type="button" className="tray-button">
        <SyncOutlined spin={active > 0} aria-hidden />
        <span className="visually-hidden">{t("task.list")}</span>
        {active > 0 && <span className="tray-count">{active}</span>}
      </button>
    </Popover>
  );
}

const kinds = ["import.preview", "import.apply", "verdict.evaluate"] as const;

function TaskLine({ task }: { task: Task }) {
  const { t } = useTranslation();
  const kind = kinds.find((one) => one === task.kind);
  const kindWords = kind ? t(`task.kind.${kind}`) : task.kind;
  const say = useBothLanguages();
  const place = useAreaName(task.areaCode);
  const percent = task.total > 0 ? Math.round((task.done / task.total) * 100) : 0;
  return (
    <li>
      <div className="tray-line">
        <span>
          {place} {kindWords}
        </span>
        <StatusChip tone={tones[task.state]} quiet>
          {t(`task.state.${task.state}`)}
        </StatusChip>
      </div>
      {task.state === "running" && <Progress percent={percent} size="small" aria-label={kindWords} />}
      {task.problem && <p className="small">{say(task.problem)}</p>}
    </li>
  );
}

/** Figures, lists and imports on the page may have changed when work ended. */
function useRefreshWhenDone(active: number): void {
  const before = useRef(active);
  useEffect(() => {
    const ended = active < before.current;
    before.current = active;
    if (ended) void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "tasks" });
  }, [active]);
}
