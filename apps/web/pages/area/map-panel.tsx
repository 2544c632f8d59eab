/** The places below by one indicator: as equal tiles, on the uploaded map where there is one, and as a tree. */
import "./map.css";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AreaFigures } from "../../../../domain/verdicts/figures/figure.contract.ts";
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
  const views: View[] = map ? ["map", "tiles", "tree"] : ["tiles", "tree"];
  const view = chosen !== null && views.includes(chosen) ? chosen : (views[0] ?? "tiles");
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
      <TabStrip
        label={t("area.map.title")}
        active={view}
        onChange={setChosen}
        tabs={views.map((key) => ({ key, label: t(`area.map.view.${key}`) }))}
      >
        <div className="panel-body">
          {!stored && <ProblemNotice error={outlines.error} onRetry={() => void outlines.refetch()} />}
          {view === "map" && map && <OutlineMap map={map} places={children} rank={rank} />}
          {view === "tiles" && <TileMap places={children} rank={rank} />}
          {view === "tree" && <PlaceTree places={children} rank={rank} />}
          <MapLegend rank={rank} />
        </div>
      </TabStrip>
    </section>
  );
}
