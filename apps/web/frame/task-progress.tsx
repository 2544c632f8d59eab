/** How far work is, in the steps and counts that it tells; a bar only where a whole is known that is more than one part. */
import { Progress } from "antd";
import { useTranslation } from "react-i18next";
import type { Task } from "../../api/task.contract.ts";
import { formatCount } from "../design/numbers.ts";

export function TaskProgress({ task, label }: { task: Task | undefined; label: string }) {
  const { t } = useTranslation();
  if (!task || task.state === "waiting") return <Unmeasured words={t("task.state.waiting")} />;
  if (task.step) {
    if (task.step === "read" && task.done === 0) return <Unmeasured words={t("task.step.open")} />;
    const count = formatCount(task.step === "read" ? task.done : task.total);
    return <Unmeasured words={t(`task.step.${task.step}`, { n: count })} />;
  }
  if (task.total < 2) return <Unmeasured words={t("task.state.running")} />;
  const percent = Math.floor((task.done / task.total) * 100);
  return <Progress percent={percent} size="small" aria-label={label} />;
}

function Unmeasured({ words }: { words: string }) {
  return (
    <div className="unmeasured">
      <span className="soft small">{words}</span>
      <div className="unmeasured-bar" aria-hidden />
    </div>
  );
}
