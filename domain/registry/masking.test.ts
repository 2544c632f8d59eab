import fc from "fast-check";
import { expect, test } from "vitest";
import { maskId, maskName, maskNumbers, maskPhone } from "./masking.ts";

test("a name keeps its first character and hides its length", () => {
  expect(maskName("王建国")).toBe("王**");
  expect(maskName("欧阳修")).toBe("欧**");
  expect(maskName("买买提·艾力")).toBe("买**");
  expect(maskName("䶮一")).toBe("䶮**");
  expect(maskName("𠮷田")).toBe("𠮷**");
  expect(maskName("")).toBe("");
});

test("an id number keeps its first and last four", () => {
  expect(maskId("990101198001010014")).toBe("9901**********0014");
  expect(maskId("99010119800101001441")).toBe("9901************1441");
  expect(maskId("123456")).toBe("******");
});

test("a phone number keeps three and four", () => {
  expect(maskPhone("13800001234")).toBe("138****1234");
  expect(maskPhone("0396-2912345")).toBe("****");
});

test("long numbers inside a text are masked, however they are written", () => {
  expect(maskNumbers("电话13800001234，证号99010119800101001X")).toBe(
    "电话138****1234，证号9901**********001X",
  );
  expect(maskNumbers("138 0000-1234")).toBe("138****1234");
  expect(maskNumbers("１３８００００１２３４")).toBe("138****1234");
  expect(maskNumbers("账号622202")).toBe("账号******");
  expect(maskNumbers("2018年5月，12345元")).toBe("2018年5月，12345元");
});

test("no masked id shows more than eight characters of any number", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."0123456789X"), maxLength: 22 }), (number) => {
      expect(maskId(number).replaceAll("*", "").length).toBeLessThanOrEqual(8);
    }),
  );
});
