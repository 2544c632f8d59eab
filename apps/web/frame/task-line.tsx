/** One piece of long work: where, what, how far, and why it stopped. */
import { useTranslation } from "react-i18next";
import type { Task } from "../../api/task.contract.ts";
import { useBothLanguages } from "../design/both-languages.ts";
import { StatusChip, type Tone } from "../design/status-chip.tsx";
import { useAreaName } from "../server/area.ts";
import { FetchFile } from "./fetch-file.tsx";
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
      {task.file !== null && <FetchFile path={task.file} />}
      {task.problem && <p className="small">{say(task.problem)}</p>}
    </li>
  );
}

const kinds = [
  "import.preview",
  "import.apply",
  "import.undo",
  "import.open-rejected",
  "verdict.evaluate",
  "household.export",
] as const;

export function useKindWords(): (kind: string) => string {
  const { t } = useTranslation();
  return (kind) => {
    const known = kinds.find((one) => one === kind);
    return known ? t(`task.kind.${known}`) : kind;
  };
}
