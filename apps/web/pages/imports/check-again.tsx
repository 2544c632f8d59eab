/** Cells were put right: the file is read again with them before anything is written. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { ImportBatch } from "../../../../domain/registry/import.contract.ts";
import { formatCount } from "../../design/numbers.ts";
import { ProblemNotice } from "../../design/problem-notice.tsx";
import { checkAgain, correctionsQuery } from "../../server/import-corrections.ts";

export function CheckAgain({ batch }: { batch: ImportBatch }) {
  const { t } = useTranslation();
  const checking = useMutation({ mutationFn: () => checkAgain(batch) });
  const unchecked = useUnchecked(batch);
  if (unchecked === 0 || !batch.can.correct) return null;
  return (
    <section className="panel check-again" role="status">
      <p>{t("import.unchecked", { n: formatCount(unchecked) })}</p>
      <Button type="primary" loading={checking.isPending} onClick={() => checking.mutate()}>
        {t("import.checkAgain")}
      </Button>
      <ProblemNotice error={checking.error} />
    </section>
  );
}

/** How many cells were put right since the preview. */
export function useUnchecked(batch: ImportBatch): number {
  return useQuery(correctionsQuery(batch)).data?.unchecked ?? 0;
}
