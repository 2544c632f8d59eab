/** One equal tile a place: nothing is said about where a place lies or how large it is. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { ChildArea } from "../../../../domain/verdicts/figures/figure.contract.ts";
import type { Rank } from "../../../../domain/verdicts/figures/rank.contract.ts";
import { formatCount, formatPercent } from "../../design/numbers.ts";
import { classesOf } from "./map-classes.ts";

interface TileMapProps {
  places: readonly Pick<ChildArea, "code" | "name">[];
  rank: Rank;
}

export function TileMap({ places, rank }: TileMapProps) {
  const { t } = useTranslation();
  const classes = classesOf(rank.places);
  return (
    <>
      <ul className="tile-map" aria-label={t("area.map.view.tiles")}>
        {places.map(({ code, name }) => (
          <li key={code}>
            <Link
              to="/areas/$area"
              params={{ area: code }}
              search={{ year: rank.year, indicator: rank.indicator }}
              className={`tile map-${classes.get(code) ?? "none"}`}
            >
              <span className="tile-name">{name}</span>
              <TileNumbers code={code} rank={rank} level={classes.get(code)} />
            </Link>
          </li>
        ))}
      </ul>
      <p className="faint small">{t("area.map.schematic")}</p>
    </>
  );
}

interface TileNumbersProps {
  code: string;
  rank: Rank;
  level: number | undefined;
}

function TileNumbers({ code, rank, level }: TileNumbersProps) {
  const { t } = useTranslation();
  const place = rank.places.find((one) => one.code === code);
  if (!place || place.households === 0) return <span className="tile-parts">{t("area.noCounts")}</span>;
  const { numerator, denominator } = place;
  return (
    <>
      <span className="tile-ratio">
        {denominator ? formatPercent(numerator, denominator) : t("state.none")}
      </span>
      <span className="tile-parts">
        {denominator ? `${formatCount(numerator)} / ${formatCount(denominator)}` : t("area.map.noRatio")}
      </span>
      <span className="tile-parts">
        {level === undefined
          ? t("area.map.unranked", { n: formatCount(place.households) })
          : t("area.map.level", { level })}
      </span>
    </>
  );
}
