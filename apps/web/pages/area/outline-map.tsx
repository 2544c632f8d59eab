/** The uploaded boundaries with name and number of each place; source and approval number stand under the map. */
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { AreaMapOf } from "../../../../domain/registry/area-map.contract.ts";
import type { ChildArea } from "../../../../domain/verdicts/figures/figure.contract.ts";
import type { Rank } from "../../../../domain/verdicts/figures/rank.contract.ts";
import { formatPercent } from "../../design/numbers.ts";
import { classesOf } from "./map-classes.ts";
import { type DrawnPlace, drawMap } from "./map-projection.ts";
import { TileMap } from "./tile-map.tsx";

interface OutlineMapProps {
  map: NonNullable<AreaMapOf["map"]>;
  places: readonly Pick<ChildArea, "code" | "name">[];
  rank: Rank;
}

export function OutlineMap({ map, places, rank }: OutlineMapProps) {
  const { t } = useTranslation();
  const withoutOutline = places.filter(({ code }) => !map.outlines.some((outline) => outline.code === code));
  return (
    <figure className="outline-map">
      <Outlines map={map} places={places} rank={rank} />
      <figcaption className="small">
        {t("area.map.source", { source: map.source })} ·{" "}
        {t("area.map.approval", { number: map.approvalNumber })}
      </figcaption>
      {withoutOutline.length > 0 && (
        <>
          <p className="soft small">{t("area.map.withoutOutline", { n: withoutOutline.length })}</p>
          <TileMap places={withoutOutline} rank={rank} />
        </>
      )}
    </figure>
  );
}

/** The places as links, the words over them. */
function Outlines({ map, places, rank }: OutlineMapProps) {
  const { t } = useTranslation();
  const drawing = useMemo(() => drawMap(map.outlines), [map]);
  const classes = classesOf(rank.places);
  const nameOf = (code: string): string => places.find((one) => one.code === code)?.name ?? code;
  return (
    <svg viewBox={`0 0 ${drawing.width} ${drawing.height}`} aria-label={t("area.map.view.map")} role="group">
      {drawing.places.map(({ code, path }) => (
        <Link
          key={code}
          to="/areas/$area"
          params={{ area: code }}
          search={{ year: rank.year, indicator: rank.indicator }}
          aria-label={`${nameOf(code)} ${ratioOf(rank, code) ?? t("area.noCounts")}`}
        >
          <path d={path} fillRule="evenodd" className={`map-${classes.get(code) ?? "none"}`} />
        </Link>
      ))}
      <g aria-hidden className="outline-words">
        {drawing.places.filter(hasRoom).map(({ code, x, y }) => (
          <text key={code} x={x} y={y} className={`words-${classes.get(code) ?? "none"}`}>
            <tspan x={x}>{nameOf(code)}</tspan>
            <tspan x={x} dy="1.25em">
              {ratioOf(rank, code) ?? t("state.none")}
            </tspan>
          </text>
        ))}
      </g>
    </svg>
  );
}

/** Words that would lie over the neighbours are left out: tiles and tree have them all. */
function hasRoom({ width }: DrawnPlace): boolean {
  return width >= 48;
}

function ratioOf(rank: Rank, code: string): string | null {
  const place = rank.places.find((one) => one.code === code);
  return place?.denominator ? formatPercent(place.numerator, place.denominator) : null;
}
