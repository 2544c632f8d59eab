/** One piece of long work: where, what, how far, and why it stopped. */
import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { Task } from "../../api/task.contract.ts";
import { useBothLanguages } from "../design/both-languages.ts";
import { tell } from "../design/news.tsx";
import { StatusChip, type Tone } from "../design/status-chip.tsx";
import { ProblemError, download } from "../server/request.ts";
import { useAreaName } from "../server/area.ts";
import { TaskProgress } from "./task-progress.tsx";

const tones: Record<Task["state"], Tone> = {
  waiting: "plain",
  running: "accent",
  done: "verified",
  failed: "must",
};

export function TaskLine({ task }: { task: Task }) {
  const { t } = useTranslation();
  const kindWords = useKindWords()(task.kind);
  const say = useBothLanguages();
  const place = useAreaName(task.areaCode);
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
      {task.state === "running" && <TaskProgress task={task} label={kindWords} />}
      {task.kind === "household.export" && task.state === "done" && <FetchExport task={task} />}
      {task.problem && <p className="small">{say(task.problem)}</p>}
    </li>
  );
}

function FetchExport({ task }: { task: Task }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const fetchFile = useMutation({
    mutationFn: () => download(`/areas/${task.areaCode}/households/exports/${task.id}`),
    onError: (error) => error instanceof ProblemError && tell("must", say(error)),
  });
  return (
    <Button size="small" loading={fetchFile.isPending} onClick={() => fetchFile.mutate()}>
      {t("task.fetch")}
    </Button>
  );
}

const kinds = ["import.preview", "import.apply", "verdict.evaluate", "household.export"] as const;

export function useKindWords(): (kind: string) => string {
  const { t } = useTranslation();
  return (kind) => {
    const known = kinds.find((one) => one === kind);
    return known ? t(`task.kind.${known}`) : kind;
  };
}
