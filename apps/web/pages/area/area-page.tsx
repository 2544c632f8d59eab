/** An area: its figures with both parts, what the rules found, and the places below it. */
import "./area.css";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
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
  const counts = shown.evaluated ? shown.counts : null;
  return (
    <div className="page">
      <PageTitle>{place.data.name}</PageTitle>
      <AreaHead area={place.data} figures={shown} />
      <div className="area-grid">
        {counts ? <KeyFigures figures={shown} counts={counts} /> : <NotEvaluated figures={shown} />}
        {counts && <Readiness figures={shown} counts={counts} />}
        <PublishedPanel figures={shown} />
        <TargetPanel area={shown.area} />
        {counts && <RankPanel area={shown.area} year={shown.year} indicator={indicator} />}
        {counts && shown.children.length > 0 && <MapPanel figures={shown} indicator={indicator} />}
        <SeriesPanel area={shown.area} />
        {counts && <Findings figures={shown} />}
        {shown.children.length > 0 && <ChildAreaTable figures={shown} total={counts} />}
      </div>
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
