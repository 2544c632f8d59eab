/** Where the points of a small line chart stand: years from left to right, values from zero upwards. */
export interface ChartPoint {
  year: number;
  origin: "register" | "published";
  value: number;
  words: string;
  madeUp: boolean;
}

export interface Chart {
  width: number;
  height: number;
  left: number;
  right: number;
  bottom: number;
  years: { year: number; x: number }[];
  lines: { origin: ChartPoint["origin"]; path: string }[];
  marks: (ChartPoint & { key: string; x: number; y: number })[];
}

const frame = { width: 300, height: 130, left: 34, right: 266, top: 24, bottom: 96 };

/** Null without points. */
export function chartOf(points: readonly ChartPoint[]): Chart | null {
  const years = [...new Set(points.map((point) => point.year))].toSorted((a, b) => a - b);
  const [first] = years;
  const last = years.at(-1);
  if (first === undefined || last === undefined) return null;
  // From zero on: a line that begins elsewhere makes small changes look large.
  const most = Math.max(...points.map((point) => point.value)) || 1;
  const middle = (frame.left + frame.right) / 2;
  const xOf = (year: number): number =>
    first === last ? middle : frame.left + ((year - first) / (last - first)) * (frame.right - frame.left);
  const yOf = (value: number): number => frame.bottom - (value / most) * (frame.bottom - frame.top);
  const marks = points.map((point) => ({
    ...point,
    key: `${point.year} ${point.origin}`,
    x: round(xOf(point.year)),
    y: round(yOf(point.value)),
  }));
  return {
    ...frame,
    years: years.map((year) => ({ year, x: round(xOf(year)) })),
    lines: (["register", "published"] as const).map((origin) => ({
      origin,
      path: pathOf(marks.filter((mark) => mark.origin === origin)),
    })),
    // The wider marks of published numbers lie behind, so that both are seen where they agree.
    marks: marks.toSorted((a, b) => a.origin.localeCompare(b.origin)),
  };
}

function pathOf(marks: readonly { x: number; y: number }[]): string {
  return marks.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${x} ${y}`).join("");
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
