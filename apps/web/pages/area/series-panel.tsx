/** The key figures over the years: registered and published stand apart, in a small chart and in the table beside it. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Series, SeriesPoint } from "../../../../domain/verdicts/figures/series.contract.ts";
import { useBothLanguages } from "../../design/both-languages.ts";
import { DataTable } from "../../design/data-table.tsx";
import { FigureParts } from "../../design/figure-parts.tsx";
import { formatCount, formatPercent } from "../../design/numbers.ts";
import { PanelProblem } from "../../design/panel-problem.tsx";
import { StatusChip } from "../../design/status-chip.tsx";
import { LinkedParts } from "../../frame/linked-parts.tsx";
import { seriesQuery } from "../../server/area.ts";
import { useMay } from "../../server/session.ts";
import type { ChartPoint } from "./chart-scale.ts";
import { LineChart } from "./line-chart.tsx";

export function SeriesPanel({ area }: { area: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({ ...seriesQuery(area), enabled: useMay("series.read") });
  if (error && !data)
    return <PanelProblem title={t("area.series.title")} error={error} onRetry={() => void refetch()} />;
  // A single year stands at the top of the page already.
  const lines = data?.series.filter(({ points }) => new Set(points.map(({ year }) => year)).size > 1) ?? [];
  if (!data || lines.length === 0) return null;
  return (
    <section className="panel series" aria-label={t("area.series.title")}>
      <div className="panel-head">
        <h2>{t("area.series.title")}</h2>
        <span className="faint small">{t("area.series.note")}</span>
      </div>
      <ul className="series-list">
        {lines.map((one) => (
          <SeriesOfIndicator key={one.indicator} area={area} series={one} />
        ))}
      </ul>
      {data.partly.length > 0 && (
        <p className="panel-note faint small">
          {t("area.series.partly", { years: data.partly.join(t("mark.and")) })}
        </p>
      )}
    </section>
  );
}

function SeriesOfIndicator({ area, series }: { area: string; series: Series }) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  const title = say(series.title);
  const years = [...new Set(series.points.map((point) => point.year))];
  const of = (year: number, origin: SeriesPoint["origin"]) =>
    series.points.find((point) => point.year === year && point.origin === origin);
  return (
    <li className="series-one">
      <h3>{title}</h3>
      <LineChart
        label={t("area.series.chart", { title })}
        points={series.points.flatMap(chartPoint(series))}
      />
      <DataTable
        label={title}
        heads={[
          { key: "year", words: t("area.year") },
          { key: "register", words: t("area.series.register"), className: "number" },
          { key: "published", words: t("area.series.published"), className: "number" },
        ]}
      >
        {years.map((year) => (
          <tr key={year}>
            <th scope="row">{year}</th>
            <td className="number">
              <PointCell area={area} series={series} point={of(year, "register")} />
            </td>
            <td className="number">
              <PointCell area={area} series={series} point={of(year, "published")} />
            </td>
          </tr>
        ))}
      </DataTable>
    </li>
  );
}

interface PointCellProps {
  area: string;
  series: Series;
  point: SeriesPoint | undefined;
}

function PointCell({ area, series, point }: PointCellProps) {
  const { t } = useTranslation();
  const say = useBothLanguages();
  if (!point) return t("state.none");
  const { numerator, denominator, madeUp } = point;
  if (numerator === null) return <StatusChip tone="plain">{t("area.notPublished")}</StatusChip>;
  const parts = { unit: series.unit, partUnit: series.partUnit, numerator, denominator };
  return (
    <>
      {point.origin === "register" ? (
        <LinkedParts {...parts} indicator={series.indicator} of={{ area, year: point.year }} />
      ) : (
        <FigureParts {...parts} />
      )}
      {madeUp && <span className="beside made-up">◇ {say(madeUp)}</span>}
    </>
  );
}

/** What was not published has no place in the chart. */
function chartPoint({ unit }: Series): (point: SeriesPoint) => ChartPoint[] {
  return ({ year, origin, numerator, denominator, madeUp }) => {
    if (numerator === null || (unit === "ratio" && !denominator)) return [];
    const value = unit === "ratio" ? numerator / (denominator ?? 1) : numerator;
    const words = unit === "ratio" ? formatPercent(numerator, denominator ?? 0) : formatCount(numerator);
    return [{ year, origin, value, words, madeUp: madeUp !== null }];
  };
}
