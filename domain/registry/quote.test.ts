import fc from "fast-check";
import { expect, test } from "vitest";
import { callCell, callPlace, harmlessRegisterNo } from "./quote.ts";
import { characters, rareSurnames, surnames } from "./surnames.ts";

test("a name is never quoted, however rare, and nothing that may be one", () => {
  const names = [
    "䶮五",
    "逯小红",
    "阿依古丽·买买提",
    "王建国",
    "李新村",
    "张镇",
    "万元",
    "Wang Wu",
    "Aygul",
    "Ali",
    "Li",
    "X",
    "𠮷田",
  ];
  for (const name of [...names, "大概脱了", "王强13800001234", "3王建国"]) {
    expect(callCell(name).zh).toMatch(/^这一格的文字（\d+字）$/);
    expect(callPlace(name).zh).toMatch(/^这一格的文字（\d+字）$/);
  }
  expect(callCell("𠮷田")).toEqual({ zh: "这一格的文字（2字）", en: "the text of this cell (2 characters)" });
});

test("no made-up name is quoted", () => {
  const given = fc.string({
    unit: fc.constantFrom(...characters("建国秀英小红一五元月日人口")),
    minLength: 1,
    maxLength: 2,
  });
  fc.assert(
    fc.property(fc.constantFrom(...surnames, ...rareSurnames), given, (surname, name) => {
      expect(callCell(surname + name).zh + callPlace(surname + name).zh).not.toContain(surname + name);
    }),
    { numRuns: 2000, examples: [["高", "一"]] },
  );
});

test("amounts, dates, a few signs and words of the code lists are quoted", () => {
  for (const word of ["3.5", "3000元", "2018年13月", "2018-13-45", "5口人", "=1+1", "残疾", "因病"])
    expect(callCell(word)).toEqual({ zh: `“${word}”`, en: `"${word}"` });
  expect(callCell("１２亩").zh).toBe("“12亩”");
});

test("numbers that may be a person's are masked, whatever stands between the digits", () => {
  for (const phone of ["13800001234", "138-0000-1234", "138.0000.1234", "(138)00001234"])
    expect(callCell(phone).zh).toBe("“138****1234”");
  expect(callCell("99010119800101001x").zh).toBe("“9901**********001X”");
  expect(callCell("E12345678").zh).toBe("这一格的文字（9字）");
});

test("a place is quoted when only a place is called so", () => {
  for (const place of ["没有的村", "孟庄村委会", "幸福社区", "水屯街道", "巴音嘎查"])
    expect(callPlace(place).zh).toBe(`“${place}”`);
});

test("a household number is shown, a name, an id number or a phone number in its column is not", () => {
  for (const number of [
    "4117020000001",
    "H1",
    "41170200-001",
    "4117021001234567",
    "4117029134920786",
    "411702913492078612",
    "4117029134920786123",
    "1301231234567",
    "d9428888-122b-11e1-b85c-61cd3cbb3210",
  ])
    expect(harmlessRegisterNo(number)).toBe(number);
  for (const text of [
    "逯小红",
    "Aygul1",
    "Ali",
    "H1李",
    "13800001234",
    "8613800001234",
    "013800001234",
    "13800001234-1",
    "H13800001234",
    "138-0000-1234",
    "0396-1234567",
    "99010119800101001X",
    "99010119800101001",
    "411702198013010013",
    "99010119800101001142",
    "9901011980010100114203",
    "990101-19800101-0011",
    "990101198001010011",
    "990101800101001",
  ])
    expect(harmlessRegisterNo(text)).toBeNull();
});
