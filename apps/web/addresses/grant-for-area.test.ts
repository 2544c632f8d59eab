import { expect, test } from "vitest";
import type { Grant } from "../../../domain/access/session.contract.ts";
import { grantForArea, grantForCounty } from "./grant-for-area.ts";

const grant = (areaCode: string): Grant => ({ id: areaCode, role: "cityReader", areaCode });
const [zhaoqing, neixiang, yicheng] = [grant("441200000000"), grant("411325000000"), grant("411702000000")];
const grants = [zhaoqing, neixiang, yicheng];

test("a link to another own place is opened under the grant for that place", () => {
  expect(grantForArea("411325000000", zhaoqing, grants)).toBe(neixiang);
  expect(grantForArea("411702100000", zhaoqing, grants)).toBe(yicheng);
});

test("a place within the present grant changes nothing, and a strange one neither", () => {
  expect(grantForArea("441202000000", zhaoqing, grants)).toBeNull();
  expect(grantForArea("110000000000", zhaoqing, grants)).toBeNull();
  expect(grantForArea("411700000000", yicheng, grants)).toBeNull();
});

test("a grant for the whole country covers every place", () => {
  expect(grantForArea("110101001000", null, [grant("000000000000")])?.areaCode).toBe("000000000000");
});

test("a household's link is opened under the grant that reaches its county, be it for a township of it only", () => {
  const township = grant("411702100000");
  expect(grantForCounty("411702", zhaoqing, [zhaoqing, township])).toBe(township);
  expect(grantForCounty("411702", township, [township, yicheng])).toBeNull();
  expect(grantForCounty("441202", yicheng, grants)).toBe(zhaoqing);
  expect(grantForCounty("110101", yicheng, grants)).toBeNull();
});
