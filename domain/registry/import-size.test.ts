/** A household may grow only so far: the sums over its members have room for no more. */
import { describe, expect, test } from "vitest";
import { rolledBack } from "../../test/api.ts";
import { apply, asClerk, countRows } from "../../test/import-scene.ts";
import { aReadHousehold, aReadMember, aReadRegister } from "../../test/register-builders.ts";

describe("a household of more than 99 members", () => {
  const relatives = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      aReadMember({ name: `王${String.fromCodePoint(0x4e00 + index)}`, idNumber: null, isHead: false }),
    );

  test("is rejected as a whole, also when it grows so by several files", () =>
    rolledBack((t) =>
      asClerk(t, async (work) => {
        const read = aReadHousehold({ row: 7, members: [aReadMember(), ...relatives(98)] });
        expect(await apply(work, aReadRegister([read]))).toMatchObject({ created: 1, persons: 99 });
        expect(await apply(work, aReadRegister([read]))).toMatchObject({ unchanged: 1, rejectedCount: 0 });
        const another = aReadMember({ name: "丁一", isHead: false });
        const more = aReadRegister([{ ...read, members: [read.members[0]!, another] }]);
        const result = await apply(work, more);
        expect(result).toMatchObject({ households: 0, updated: 0, rejectedCount: 1 });
        expect(result.rejected[0]).toMatchObject({ sheet: "花名册", row: 7, column: "户编号" });
        expect(result.rejected[0]?.reason.zh).toContain("将超过99人");
        expect(await countRows(work, "registry.member")).toBe(99);
      }),
    ));

  test("may let somebody go and take another one", () =>
    rolledBack((t) =>
      asClerk(t, async (work) => {
        const read = aReadHousehold({ members: [aReadMember(), ...relatives(98)] });
        await apply(work, aReadRegister([read]));
        const gone = { "member_year.member_status": "2", "member_year.change_reason": "08" };
        const [head, one, ...others] = read.members;
        const left = { ...one!, fields: { ...one!.fields, ...gone } };
        const born = aReadMember({ name: "丁一", isHead: false });
        const changed = aReadRegister([{ ...read, members: [head!, left, ...others, born] }]);
        expect(await apply(work, changed)).toMatchObject({ updated: 1, rejectedCount: 0 });
      }),
    ));
});
