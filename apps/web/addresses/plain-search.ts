/** Addresses in plain words: `?year=2018&status=0,3`. All values are text; each route reads its own. */
export type PlainSearch = Record<string, unknown>;

export function parsePlainSearch(text: string): PlainSearch {
  return Object.fromEntries(new URLSearchParams(text));
}

export function stringifyPlainSearch(search: PlainSearch): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    const text = Array.isArray(value) ? value.join(",") : value;
    if (text !== undefined && text !== null && text !== "") params.set(name, String(text));
  }
  // Commas and colons are legal in a query and read better as they are.
  const query = params.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
  return query === "" ? "" : `?${query}`;
}

export function readYear(value: unknown): number | undefined {
  const year = Number(value);
  return Number.isInteger(year) && year >= 2010 && year <= 2100 ? year : undefined;
}

export function readList(value: unknown): string[] | undefined {
  const items = Array.isArray(value) ? value.map(String) : typeof value === "string" ? value.split(",") : [];
  return items.length > 0 && items[0] !== "" ? items : undefined;
}

export function readOne<Choice extends string>(
  choices: readonly Choice[],
  value: unknown,
): Choice | undefined {
  return choices.find((choice) => choice === value);
}
