/** A small line chart: a line an origin, a mark a point, hollow where the number is inferred. The table beside has the numbers. */
import { type ChartPoint, chartOf } from "./chart-scale.ts";

const shapes = { register: "circle", published: "square" } as const;

export function LineChart({ label, points }: { label: string; points: readonly ChartPoint[] }) {
  const chart = chartOf(points);
  if (!chart) return null;
  return (
    <svg className="line-chart" viewBox={`0 0 ${chart.width} ${chart.height}`} role="img" aria-label={label}>
      <line className="chart-axis" x1={chart.left} x2={chart.right} y1={chart.bottom} y2={chart.bottom} />
      {chart.years.map(({ year, x }) => (
        <text key={year} className="chart-year" x={x} y={chart.height - 4}>
          {year}
        </text>
      ))}
      {chart.lines.map(({ origin, path }) => (
        <path key={origin} className={`chart-line chart-${origin}`} d={path} />
      ))}
      {chart.marks.map(({ key, origin, madeUp, x, y, words }) => (
        <g key={key} className={`chart-mark chart-${origin}${madeUp ? " is-made-up" : ""}`}>
          {shapes[origin] === "circle" ? (
            <circle cx={x} cy={y} r={3.5} />
          ) : (
            <rect x={x - 6} y={y - 6} width={12} height={12} />
          )}
          <text x={x} y={origin === "register" ? y - 10 : y + 18}>
            {words}
          </text>
        </g>
      ))}
    </svg>
  );
}
