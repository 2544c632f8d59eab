import { describe, expect, test } from "vitest";
import { type NamedPlace, placeFinder } from "./place-names.ts";

const place = (code: string, name: string, level: number, parent_code: string): NamedPlace => ({
  code,
  name,
  level,
  parent_code,
});

const finder = placeFinder([
  place("411702000000", "驿城区", 3, "411700000000"),
  place("411702100000", "水屯镇", 4, "411702000000"),
  place("411702001000", "人民街街道", 4, "411702000000"),
  place("411702100201", "王庄村委会", 5, "411702100000"),
  place("411702100202", "王庄社区居委会", 5, "411702100000"),
  place("411702100203", "刘村村委会", 5, "411702100000"),
  place("411702100204", "小刘村委会", 5, "411702100000"),
  place("411702100205", "前李村委会", 5, "411702100000"),
  // An old name of the same place.
  place("411702100205", "李家村委会", 5, "411702100000"),
]);

const find = (village: string, township = "水屯镇", county: string | null = "驿城区") =>
  finder.find({ county, township, village });

describe("a village is found", () => {
  test.each([
    ["王庄村委会", "411702100201"],
    ["王庄村民委员会", "411702100201"],
    ["王庄村", "411702100201"],
    ["水屯镇王庄村", "411702100201"],
    ["王庄社区", "411702100202"],
    ["刘村", "411702100203"],
    ["刘村村", "411702100203"],
    ["小刘村", "411702100204"],
    ["李家村", "411702100205"],
    ["前李", "411702100205"],
  ])("as %s", (village, code) => expect(find(village)).toEqual({ code }));

  test("with a township or county written in another way", () => {
    expect(find("前李村", "水屯")).toEqual({ code: "411702100205" });
    expect(find("前李村", "水屯乡")).toEqual({ code: "411702100205" });
    expect(find("前李村", "水屯镇", null)).toEqual({ code: "411702100205" });
    expect(find("前李村", "水屯镇", "驿城")).toEqual({ code: "411702100205" });
  });
});

describe("what is not found says so", () => {
  test("with the nearest names", () => {
    expect(find("王家庄")).toEqual({
      unknown: "village",
      given: "王家庄",
      nearest: ["王庄村委会", "王庄社区居委会", "李家村委会"],
    });
    expect(find("前李村", "水坉镇")).toEqual({ unknown: "township", given: "水坉镇", nearest: ["水屯镇"] });
    expect(find("前李村", "水屯镇", "环县")).toEqual({ unknown: "county", given: "环县", nearest: [] });
  });

  test("also when two places could be meant", () => {
    const two = placeFinder([
      place("411702000000", "驿城区", 3, ""),
      place("411702100000", "水屯镇", 4, "411702000000"),
      place("411702100201", "王庄村委会", 5, "411702100000"),
      place("411702100202", "王庄村民委员会", 5, "411702100000"),
    ]);
    expect(two.find({ county: null, township: "水屯镇", village: "王庄" })).toMatchObject({
      unknown: "village",
    });
  });
});
