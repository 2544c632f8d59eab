/** The lines of docs/published-figures.md. */
import { readFileSync } from "node:fs";

export interface Line {
  area: string;
  year: string;
  figure: string;
  value: string;
  quote: string;
  document: string;
  command: string;
  page: string;
}

export function readLines(): Line[] {
  const text = readFileSync(new URL("../../docs/published-figures.md", import.meta.url), "utf8");
  const rows = text.split("\n").filter((row) => /^\| \d/.test(row));
  return rows.map((row) => {
    const cells = row.split("|").map((cell) => cell.trim().replaceAll("`", ""));
    const [
      ,
      area = "",
      year = "",
      figure = "",
      value = "",
      quote = "",
      document = "",
      command = "",
      page = "",
    ] = cells;
    return { area, year, figure, value, quote, document, command, page };
  });
}
