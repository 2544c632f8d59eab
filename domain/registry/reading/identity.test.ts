import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkCharacterOf, readIdNumber } from "./identity.ts";

const first17 = fc
  .tuple(
    fc.integer({ min: 990_001, max: 998_999 }),
    fc.date({ min: new Date("1930-01-01"), max: new Date("2017-12-31"), noInvalidDate: true }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(
    ([region, birth, sequence]) =>
      `${region}${birth.toISOString().slice(0, 10).replaceAll("-", "")}${String(sequence).padStart(3, "0")}`,
  );

const validId = first17.map((digits) => digits + checkCharacterOf(digits));

describe("an id number", () => {
  test("is valid with the right check character and tells birth and sex", () => {
    fc.assert(
      fc.property(validId, (id) => {
        const read = readIdNumber(id, 2019);
        expect(read).toMatchObject({
          idNumber: id,
          idState: "valid",
          idSex: Number(id[16]) % 2 ? "01" : "02",
        });
        expect(read.idBirth?.replaceAll("-", "")).toBe(id.slice(6, 14));
      }),
    );
  });

  test("is read through full-width digits, blanks, a lower-case x and a leading apostrophe", () => {
    fc.assert(
      fc.property(validId, (id) => {
        const wide = id.replace(/./g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
        for (const written of [
          wide,
          `'${id}`,
          `#${id}`,
          `${id.slice(0, 6)} ${id.slice(6)}\u00a0`,
          id.toLowerCase(),
        ])
          expect(readIdNumber(written, 2019).idNumber).toBe(id);
      }),
    );
  });

  test("with any one digit changed is rejected", () => {
    fc.assert(
      fc.property(validId, fc.nat(16), fc.integer({ min: 1, max: 9 }), (id, at, by) => {
        const wrong = `${id.slice(0, at)}${(Number(id[at]) + by) % 10}${id.slice(at + 1)}`;
        expect(readIdNumber(wrong, 2019).reject).toBeDefined();
      }),
    );
  });

  test("agrees with the worked example of GB 11643", () => {
    expect(checkCharacterOf("11010519491231002")).toBe("X");
    expect(checkCharacterOf("44052418800101001")).toBe("4");
  });

  test("that Excel has rounded or turned into 4.21E+17 says how to mend it", () => {
    expect(readIdNumber(990_001_195_001_150_000, 2019).reject?.zh).toMatch(/存成了数值.*文本格式/);
    expect(readIdNumber("9.90E+17", 2019).reject?.zh).toMatch(/科学计数法/);
    expect(readIdNumber("990001195001150000", 2019).reject?.zh).toMatch(/末三位为0/);
  });

  test("may be missing or a placeholder without costing the row", () => {
    for (const nothing of [null, "", "无", "/", "　"])
      expect(readIdNumber(nothing, 2019)).toMatchObject({ idState: "missing", idNumber: null });
    expect(readIdNumber("999999201801010011", 2019)).toMatchObject({ idState: "placeholder" });
    expect(readIdNumber("999999201801010011", 2019).reject).toBeUndefined();
  });

  test("of the first generation is kept and marked", () => {
    expect(readIdNumber("990001500115001", 2019)).toMatchObject({
      idState: "length",
      idBirth: "1950-01-15",
      idSex: "01",
    });
    expect(readIdNumber("990001501315001", 2019).reject?.zh).toMatch(/出生日期不存在/);
  });

  test("of a disability card tells class and grade", () => {
    const id = `99000119500115001${checkCharacterOf("99000119500115001")}`;
    expect(readIdNumber(`${id}42`, 2019)).toMatchObject({
      idState: "valid",
      disability: { class: "4", grade: 2 },
    });
    expect(readIdNumber(`${id}42B1`, 2019)).toMatchObject({
      idState: "valid",
      disability: { class: "4", grade: 2 },
    });
    expect(readIdNumber(`${id}85`, 2019).reject?.zh).toMatch(/残疾人证/);
  });

  test("of a wrong length or with letters is rejected, and the reason never repeats it", () => {
    expect(readIdNumber("99000119500115001", 2019).reject?.zh).toMatch(/有17位/);
    expect(readIdNumber("9900011950O115001X", 2019).reject?.zh).toMatch(/字符/);
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { reject } = readIdNumber(text, 2019);
        if (reject) expect(reject.zh).not.toMatch(/\d{8}/);
      }),
    );
  });

  test("of somebody not yet born is rejected", () => {
    const digits = "99000120250115001";
    expect(readIdNumber(digits + checkCharacterOf(digits), 2019).reject?.zh).toMatch(/出生日期不存在/);
  });
});
