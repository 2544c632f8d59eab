/** What the five tones mean: the range of each class with the number of its places. */
import { useTranslation } from "react-i18next";
import type { Rank, RankedPlace } from "../../../../domain/verdicts/figures/rank.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { formatPercent } from "../../design/numbers.ts";
import { legendOf } from "./map-classes.ts";

export function MapLegend({ rank }: { rank: Rank }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const by = rank.indicators.find((one) => one.id === rank.indicator);
  const classes = legendOf(rank.places);
  return (
    <div className="map-legend small">
      {by && <span>{say(by.title)}</span>}
      <ul>
        {classes.map(({ level, first, last, places }) => (
          <li key={level}>
            <span className={`map-swatch map-${level}`} aria-hidden />
            {t("area.map.class", { level, range: rangeOf(first, last), n: places })}
          </li>
        ))}
        <li>
          <span className="map-swatch map-none" aria-hidden />
          {t("area.map.none", { base: rank.leastBase })}
        </li>
      </ul>
      <span className="faint">{t("area.map.tones")}</span>
    </div>
  );
}

function rangeOf(first: RankedPlace, last: RankedPlace): string {
  const [from, to] = [first, last].map((place) => formatPercent(place.numerator, place.denominator ?? 0));
  return from === to ? String(from) : `${from} – ${to}`;
}
