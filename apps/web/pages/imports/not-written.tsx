/** An import that broke off or had only rejects: why, and reading its file once more. */
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { ImportBatch } from "../../../../domain/registry/import.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { ProblemNotice } from "../../design/problem-notice.tsx";
import { restartImport } from "../../server/imports.ts";

export function NotWritten({ batch, state }: { batch: ImportBatch; state: "failed" | "rejected" }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const restarting = useMutation({ mutationFn: () => restartImport(batch.county, batch.id) });
  return (
    <section className="panel import-refused" role="alert">
      {batch.problem && <p>{say(batch.problem)}</p>}
      <p className="soft">{t(`import.${state}Hint`)}</p>
      <ProblemNotice error={restarting.error} />
      {batch.can.restart && (
        <Button type="primary" loading={restarting.isPending} onClick={() => restarting.mutate()}>
          {t("import.restart")}
        </Button>
      )}
      <Link to="/imports">{t("import.again")}</Link>
    </section>
  );
}
