/** An area: its figures with both parts, what the rules found, and the places below it. */
import "./area.css";
import "./published.css";
import "./series.css";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { AreaFigures } from "../../../../domain/verdicts/figures/figure.contract.ts";
import { formatTime } from "../../design/numbers.ts";
import { PrintFoot } from "../../design/print-foot.tsx";
import { useSnapshotWords } from "../../design/snapshot-words.ts";
import { PageLoading, PageProblem } from "../../frame/page-states.tsx";
import { PageTitle } from "../../frame/page-title.tsx";
import { areaQuery, figuresQuery } from "../../server/area.ts";
import { AreaHead } from "./area-head.tsx";
import { ChildAreaTable } from "./child-area-table.tsx";
import { Findings } from "./findings.tsx";
import { KeyFigures } from "./key-figures.tsx";
import { MapPanel } from "./map-panel.tsx";
import { NotEvaluated } from "./not-evaluated.tsx";
import { useDrawnPanels } from "./panels-in-order.ts";
import { PublishedPanel } from "./published-panel.tsx";
import { RankPanel } from "./rank-panel.tsx";
import { Readiness } from "./readiness.tsx";
import { SeriesPanel } from "./series-panel.tsx";
import { TargetPanel } from "./target-panel.tsx";

const route = getRouteApi("/framed/areas/$area");

export function AreaPage() {
  const { t } = useTranslation();
  const { whole } = useSnapshotWords();
  const { area } = route.useParams();
  const { year, indicator } = route.useSearch();
  const place = useQuery(areaQuery(area));
  const figures = useQuery(figuresQuery(area, year));
  const error = place.error ?? figures.error;
  if (error && !(place.data && figures.data))
    return (
      <PageProblem error={error} onRetry={() => void Promise.all([place.refetch(), figures.refetch()])} />
    );
  if (!place.data || !figures.data) return <PageLoading />;
  const shown = figures.data;
  return (
    <div className="page">
      <PageTitle>{place.data.name}</PageTitle>
      <AreaHead area={place.data} figures={shown} />
      <AreaPanels figures={shown} indicator={indicator} />
      <PrintFoot title={place.data.name} year={shown.year} asOf={shown.asOf} snapshot={shown.snapshot} />
      {shown.asOf && (
        <p className="provenance area-provenance">
          <span>{t("state.asOf", { time: formatTime(shown.asOf) })}</span>
          {shown.snapshot && <span>{whole(shown.snapshot)}</span>}
        </p>
      )}
    </div>
  );
}

interface AreaPanelsProps {
  figures: AreaFigures;
  indicator: string | undefined;
}

function AreaPanels({ figures, indicator }: AreaPanelsProps) {
  const drawn = useDrawnPanels(figures, indicator);
  const { area, year, children } = figures;
  const counts = figures.evaluated ? figures.counts : null;
  return (
    <div className="area-grid">
      {counts ? <KeyFigures figures={figures} counts={counts} /> : <NotEvaluated figures={figures} />}
      {counts && <Readiness figures={figures} counts={counts} />}
      <PublishedPanel figures={figures} />
      <TargetPanel area={area} />
      {counts && drawn.rank && <RankPanel area={area} year={year} indicator={indicator} />}
      {counts && drawn.map && children.length > 0 && <MapPanel figures={figures} indicator={indicator} />}
      {drawn.series && <SeriesPanel area={area} />}
      {drawn.rest ? (
        <>
          {counts && <Findings figures={figures} />}
          {children.length > 0 && <ChildAreaTable figures={figures} total={counts} />}
        </>
      ) : (
        <PanelsLoading />
      )}
    </div>
  );
}

function PanelsLoading() {
  const { t } = useTranslation();
  return (
    <div role="status">
      <span className="visually-hidden">{t("state.loading")}</span>
      <div className="bone bone-block" />
    </div>
  );
}
