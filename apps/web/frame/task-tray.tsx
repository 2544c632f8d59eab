/** Long work under way. It goes on without the page; when it ends its figures are read again. */
import { SyncOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Popover } from "antd";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Task } from "../../api/task.contract.ts";
import { useBothLanguages } from "../design/both-languages.ts";
import { tell } from "../design/news.tsx";
import { queryClient } from "../server/query-client.ts";
import { isActive, tasksQuery } from "../server/tasks.ts";
import { TaskLine, useKindWords } from "./task-line.tsx";

const mostShown = 6;
const noTasks: Task[] = [];

export function TaskTray() {
  const { t } = useTranslation();
  const { data } = useQuery(tasksQuery);
  const tasks = data?.tasks ?? noTasks;
  const active = tasks.filter(isActive).length;
  useNewsOfTasks(tasks);
  const lines = tasks.slice(0, mostShown).map((task) => <TaskLine key={task.id} task={task} />);
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

/** When a task ends it is news, and what is on the page is read again: figures, lists and imports may have changed. */
function useNewsOfTasks(tasks: Task[]): void {
  const wordsOf = useKindWords();
  const say = useBothLanguages();
  const { t } = useTranslation();
  const told = useRef<Set<string> | null>(null);
  useEffect(() => {
    if (tasks === noTasks) return;
    const over = tasks.filter((task) => !isActive(task));
    // What was over when the page opened is no news; a short task may be over before it was ever seen running.
    const ended = told.current === null ? [] : over.filter((task) => !told.current?.has(task.id));
    told.current = new Set(over.map((task) => task.id));
    if (ended.length === 0) return;
    void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "tasks" });
    for (const task of ended) {
      if (task.problem) tell("must", say(task.problem));
      else tell("verified", `${wordsOf(task.kind)} ${t("task.state.done")}`);
    }
  }, [tasks, wordsOf, say, t]);
}
