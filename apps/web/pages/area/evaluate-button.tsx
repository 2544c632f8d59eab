/** Starts an evaluation and shows how far it is; it goes on when the page is left. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { AreaFigures } from "../../../../domain/verdicts/figures/figure.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { tell } from "../../design/news.tsx";
import { TaskProgress } from "../../frame/task-progress.tsx";
import { ProblemError } from "../../server/request.ts";
import { startEvaluation } from "../../server/area.ts";
import { queryClient } from "../../server/query-client.ts";
import { isActive, tasksQuery } from "../../server/tasks.ts";

export function EvaluateButton({ figures }: { figures: AreaFigures }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const start = useMutation({
    mutationFn: () => startEvaluation(figures.area, figures.year),
    onSettled: () => queryClient.invalidateQueries({ queryKey: tasksQuery.queryKey }),
    onError: (error) => error instanceof ProblemError && tell("must", say(error)),
  });
  const { data } = useQuery(tasksQuery);
  const running = data?.tasks.find(
    (task) => task.kind === "verdict.evaluate" && task.areaCode === figures.area && isActive(task),
  );
  if (running || figures.evaluating) {
    return (
      <div className="evaluate-progress" role="status">
        <span>{t("area.evaluating")}</span>
        <TaskProgress task={running} label={t("area.evaluating")} />
      </div>
    );
  }
  return (
    <Button
      type={figures.evaluated ? "default" : "primary"}
      loading={start.isPending}
      onClick={() => start.mutate()}
    >
      {figures.evaluated ? t("area.evaluate") : t("area.evaluateFirst")}
    </Button>
  );
}
