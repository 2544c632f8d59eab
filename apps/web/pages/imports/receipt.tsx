/** What was written, by whom and from which file; it can be printed. And what follows by itself: the evaluation. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ImportBatch } from "../../../../domain/registry/import.contract.ts";
import type { AreaFigures } from "../../../../domain/verdicts/figures/figure.contract.ts";
import { formatCount, formatTime } from "../../design/numbers.ts";
import { figuresQuery, useAreaName } from "../../server/area.ts";
import { CorrectedByHand } from "./corrected-by-hand.tsx";
import { Undo } from "./undo.tsx";

export function Receipt({ batch }: { batch: ImportBatch }) {
  const { t } = useTranslation();
  const { data: figures } = useQuery(figuresQuery(batch.areaCode, batch.year ?? undefined));
  const search = batch.year === null ? {} : { year: batch.year };
  return (
    <div className="receipt">
      <h2>{t("import.receipt")}</h2>
      <ReceiptFacts batch={batch} />
      <CorrectedByHand batch={batch} />
      {batch.state === "applied" && (
        <p role="status" className="not-printed">
          {t(evaluationWords(batch, figures), { year: batch.year })}
        </p>
      )}
      <Undo batch={batch} />
      <div className="empty-actions not-printed">
        <Button onClick={() => window.print()}>{t("import.printReceipt")}</Button>
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

function ReceiptFacts({ batch }: { batch: ImportBatch }) {
  const { t } = useTranslation();
  const place = useAreaName(batch.areaCode);
  const outside = batch.preview?.outsideCount ?? 0;
  const notWritten = [
    t("import.notWrittenCount", { rejected: formatCount(batch.preview?.rejectedCount ?? 0) }),
    ...(outside > 0 ? [t("import.notWrittenOutside", { outside: formatCount(outside) })] : []),
  ].join(t("mark.semicolon"));
  const who = (name: string | null): string => name ?? t("import.personElsewhere");
  const facts: [string, ReactNode][] = [
    [t("import.file"), batch.fileName],
    [t("import.hash"), <code key="hash">{batch.fileHash}</code>],
    [
      t("import.placeAndYear"),
      `${place} · ${batch.year === null ? "" : t("state.year", { year: batch.year })}`,
    ],
    [t("import.uploadedBy"), `${who(batch.uploadedBy)} · ${formatTime(batch.createdAt)}`],
    [
      t("import.appliedBy"),
      `${who(batch.appliedBy)} · ${batch.appliedAt ? formatTime(batch.appliedAt) : ""}`,
    ],
    [t("import.notWritten"), notWritten],
  ];
  return (
    <dl className="receipt-facts">
      {facts.map(([word, fact]) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  );
}

function evaluationWords({ appliedAt }: ImportBatch, figures: AreaFigures | undefined) {
  if (figures?.evaluating) return "import.evaluationRuns";
  const isDone = figures?.asOf && appliedAt && Date.parse(figures.asOf) >= Date.parse(appliedAt);
  return isDone ? "import.evaluationDone" : "import.evaluationFollows";
}
