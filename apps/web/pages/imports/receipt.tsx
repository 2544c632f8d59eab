/** What was written, and what follows by itself: the evaluation of the books that the file changed. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { ImportBatch } from "../../../../domain/registry/import.contract.ts";
import type { AreaFigures } from "../../../../domain/verdicts/figure.contract.ts";
import { formatTime } from "../../design/numbers.ts";
import { figuresQuery } from "../../server/area.ts";

export function Receipt({ batch }: { batch: ImportBatch }) {
  const { t } = useTranslation();
  const { data: figures } = useQuery(figuresQuery(batch.areaCode, batch.year ?? undefined));
  const search = batch.year === null ? {} : { year: batch.year };
  return (
    <div className="receipt">
      <h2>{t("import.receipt")}</h2>
      <p className="soft small">
        {batch.appliedAt && `${t("import.appliedAt")} ${formatTime(batch.appliedAt)} · `}
        {t("import.hash")} <code>{batch.fileHash.slice(0, 16)}</code>
      </p>
      <p role="status">{t(evaluationWords(batch, figures), { year: batch.year })}</p>
      <div className="empty-actions">
        <Link to="/areas/$area" params={{ area: batch.areaCode }} search={search}>
          {t("import.toArea")}
        </Link>
        <Link to="/areas/$area/households" params={{ area: batch.areaCode }} search={search}>
          {t("import.toHouseholds")}
        </Link>
      </div>
    </div>
  );
}

function evaluationWords({ appliedAt }: ImportBatch, figures: AreaFigures | undefined) {
  if (figures?.evaluating) return "import.evaluationRuns";
  const isDone = figures?.asOf && appliedAt && Date.parse(figures.asOf) >= Date.parse(appliedAt);
  return isDone ? "import.evaluationDone" : "import.evaluationFollows";
}
