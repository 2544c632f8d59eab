/** The places below by one indicator: as equal tiles, on the uploaded map where there is one, and as a tree. */
import "./map.css";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AreaMapOf } from "../../../../domain/registry/area-map.contract.ts";
import type { AreaFigures } from "../../../../domain/verdicts/figures/figure.contract.ts";
import type { Rank } from "../../../../domain/verdicts/figures/rank.contract.ts";
import { PanelProblem } from "../../design/panel-problem.tsx";
import { ProblemNotice } from "../../design/problem-notice.tsx";
import { TabStrip } from "../../design/tab-strip.tsx";
import { areaMapQuery } from "../../server/area-map.ts";
import { rankQuery } from "../../server/area.ts";
import { useMay } from "../../server/session.ts";
import { IndicatorChoice } from "./indicator-choice.tsx";
import { MapLegend } from "./map-legend.tsx";
import { MapUpload } from "./map-upload.tsx";
import { OutlineMap } from "./outline-map.tsx";
import { PlaceTree } from "./place-tree.tsx";
import { TileMap } from "./tile-map.tsx";

interface MapPanelProps {
  figures: AreaFigures;
  indicator: string | undefined;
}

type View = "map" | "tiles" | "tree";

export function MapPanel({ figures, indicator }: MapPanelProps) {
  const { t } = useTranslation();
  const { area, year, children } = figures;
  const [chosen, setChosen] = useState<View | null>(null);
  const mayRead = useMay("map.read");
  const asked = { year, indicator, among: "children" as const };
  const ranking = useQuery(rankQuery(area, asked));
  const outlines = useQuery({ ...areaMapQuery(area), enabled: mayRead });
  const { data: rank, error } = ranking;
  const { data: stored } = outlines;
  if (error && !rank)
    return <PanelProblem title={t("area.map.title")} error={error} onRetry={() => void ranking.refetch()} />;
  if (!rank || rank.parent.code !== area) return null;
  const map = stored?.map ?? null;
  return (
    <section
      className={rank.year === year ? "panel area-map" : "panel area-map is-awaited"}
      aria-label={t("area.map.title")}
    >
      <div className="panel-head">
        <h2>{t("area.map.title")}</h2>
        <IndicatorChoice area={area} year={year} rank={rank} />
        {stored?.can.upload && <MapUpload area={area} hasMap={map !== null} />}
      </div>
      <MapViews chosen={chosen} onChoose={setChosen} map={map} places={children} rank={rank}>
        {!stored && <ProblemNotice error={outlines.error} onRetry={() => void outlines.refetch()} />}
      </MapViews>
    </section>
  );
}

interface MapViewsProps {
  chosen: View | null;
  onChoose: (view: View) => void;
  map: AreaMapOf["map"];
  places: AreaFigures["children"];
  rank: Rank;
  /** Stands above the view, whichever is shown. */
  children: ReactNode;
}

/** The map first where there is one; a choice holds as long as that view is to be had. */
function MapViews({ chosen, onChoose, map, places, rank, children }: MapViewsProps) {
  const { t } = useTranslation();
  const views: View[] = map ? ["map", "tiles", "tree"] : ["tiles", "tree"];
  const view = chosen !== null && views.includes(chosen) ? chosen : (views[0] ?? "tiles");
  return (
    <TabStrip
      label={t("area.map.title")}
      active={view}
      onChange={onChoose}
      tabs={views.map((key) => ({ key, label: t(`area.map.view.${key}`) }))}
    >
      <div className="panel-body">
        {children}
        {view === "map" && map && <OutlineMap map={map} places={places} rank={rank} />}
        {view === "tiles" && <TileMap places={places} rank={rank} />}
        {view === "tree" && <PlaceTree places={places} rank={rank} />}
        <MapLegend rank={rank} />
      </div>
    </TabStrip>
  );
}
