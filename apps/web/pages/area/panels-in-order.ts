/**
 * When the lower panels of an area's page are drawn. Their replies come one by one: a panel waits for those above it, so that
 * nothing that is drawn moves away under a finger. A press on a link that moves before it ends is no press.
 */
import { useQueries } from "@tanstack/react-query";
import type { AreaFigures } from "../../../../domain/verdicts/figures/figure.contract.ts";
import { areaMapQuery } from "../../server/area-map.ts";
import { rankQuery, seriesQuery } from "../../server/area.ts";
import { useMay } from "../../server/session.ts";
import { targetsQuery } from "../../server/targets.ts";

/** True of a panel: what stands above it is known, and so is its own height. */
export interface DrawnPanels {
  rank: boolean;
  map: boolean;
  series: boolean;
  rest: boolean;
}

/** Asks for all replies at once; one that was refused, or is not the reader's to read, is waited for no longer. */
export function useDrawnPanels(
  { area, year, evaluated, children }: AreaFigures,
  indicator: string | undefined,
): DrawnPanels {
  const may = {
    targets: useMay("target.read"),
    rank: useMay("rank.read") && evaluated,
    map: useMay("map.read") && evaluated && children.length > 0,
    series: useMay("series.read"),
  };
  const below = { year, indicator, among: "children" as const };
  const [targets, rank, outlines, tiles, series] = useQueries({
    queries: [
      { ...targetsQuery(area), enabled: may.targets },
      { ...rankQuery(area, { year, indicator }), enabled: may.rank },
      { ...areaMapQuery(area), enabled: may.map },
      { ...rankQuery(area, below), enabled: evaluated && children.length > 0 },
      { ...seriesQuery(area), enabled: may.series },
    ],
  });
  const isRankDrawn = !targets.isLoading;
  const isMapDrawn = isRankDrawn && !rank.isLoading && !outlines.isLoading;
  const isSeriesDrawn = isMapDrawn && !tiles.isLoading;
  return {
    rank: isRankDrawn,
    map: isMapDrawn,
    series: isSeriesDrawn,
    rest: isSeriesDrawn && !series.isLoading,
  };
}
