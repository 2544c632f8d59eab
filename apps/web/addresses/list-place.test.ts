import { expect, test } from "vitest";
import { cursorText, cursorsOf, readListPlace } from "./list-place.ts";
import { parsePlainSearch, stringifyPlainSearch } from "./plain-search.ts";

const edge = { countyCode: "411702", id: "0192a3b4-c5d6-7e8f-9a0b-1c2d3e4f5a6b" };

test("the page of a list survives the way through the address", () => {
  const place = { page: 3, after: cursorText(edge) };
  const address = stringifyPlainSearch(place);
  expect(address).toBe(`?page=3&after=411702:${edge.id}`);
  expect(readListPlace(parsePlainSearch(address))).toEqual(place);
  expect(cursorsOf(place)).toEqual({ after: edge });
  expect(cursorsOf(readListPlace({ before: cursorText(edge) }))).toEqual({ before: edge });
});

test("nonsense is the first page, and so is a number without an edge", () => {
  for (const search of [{ page: "3" }, { after: "4117020000001" }, { before: "411702:" }, {}])
    expect(readListPlace(search)).toEqual({});
  expect(readListPlace({ page: "1", after: cursorText(edge) })).toEqual({ after: cursorText(edge) });
});
