/** Persons who move between households of a file, numbers given twice, rows of files that only update. */
import { describe, expect, test } from "vitest";
import { rolledBack } from "../../test/api.ts";
import { apply, asClerk, village } from "../../test/import-scene.ts";
import {
  aListener,
  aReadHousehold,
  aReadMember,
  aReadRegister,
  importFile,
  syntheticId,
} from "../../test/register-builders.ts";
import type { Work } from "../access/work.ts";
import { applyImport, previewImport } from "./import.service.ts";
import type { ReadHousehold } from "./reading.contract.ts";

const bride = () => aReadMember({ name: "李晓梅", isHead: false, row: 5 });

/** Two households on the books, the bride in the first. */
async function twoHouseholds(work: Work, idNumber: string) {
  const first = aReadHousehold({ members: [aReadMember(), { ...bride(), idNumber }] });
  const second = aReadHousehold({ members: [aReadMember({ name: "赵守业" })] });
  await apply(work, aReadRegister([first, second]));
  const [head] = first.members;
  const left: ReadHousehold = { ...first, members: [head!] };
  const joined: ReadHousehold = { ...second, members: [...second.members, { ...bride(), idNumber, row: 9 }] };
  return { first, second, left, joined };
}

function booksOf(work: Work) {
  return work.tx
    .selectFrom("registry.member_year as y")
    .innerJoin("registry.member as m", "m.id", "y.member_id")
    .innerJoin("registry.household as h", "h.id", "y.household_id")
    .select(["h.register_no", "y.member_status", "y.change_reason"])
    .where("m.name", "=", "李晓梅")
    .orderBy("y.member_status")
    .execute();
}

describe("a person who stands in another household of the file", () => {
  test.each(["left first", "joined first"])("moves there: %s", (order) =>
    rolledBack((t) =>
      asClerk(t, async (work) => {
        const { left, joined } = await twoHouseholds(work, syntheticId());
        const moved = aReadRegister(order === "left first" ? [left, joined] : [joined, left]);
        const result = await apply(work, moved);
        expect(result).toMatchObject({ updated: 2, persons: 3, rejected: [], diff: { gonePersons: 0 } });
        expect(await booksOf(work)).toEqual([
          { register_no: left.registerNo, member_status: "2", change_reason: "08" },
          { register_no: joined.registerNo, member_status: "4", change_reason: "07" },
        ]);
        expect(await apply(work, moved)).toMatchObject({
          updated: 0,
          unchanged: 2,
          diff: { gonePersons: 0 },
        });
      }),
    ),
  );

  test("and comes back, is on the books of the first household again", () =>
    rolledBack((t) =>
      asClerk(t, async (work) => {
        const { first, second, left, joined } = await twoHouseholds(work, syntheticId());
        await apply(work, aReadRegister([left, joined]));
        expect(await apply(work, aReadRegister([first, second]))).toMatchObject({ updated: 2, rejected: [] });
        expect(await booksOf(work)).toEqual([
          { register_no: second.registerNo, member_status: "2", change_reason: "08" },
          { register_no: first.registerNo, member_status: "4", change_reason: "07" },
        ]);
      }),
    ));

  test("and stands in the file twice, is rejected with both rows", () =>
    rolledBack((t) =>
      asClerk(t, async (work) => {
        const { left, joined } = await twoHouseholds(work, syntheticId());
        const [head, guest] = joined.members;
        const twice = {
          ...joined,
          members: [head!, { ...guest!, repeatedAt: { sheet: "花名册", row: 12 } }],
        };
        const result = await apply(work, aReadRegister([twice, left]));
        expect(result).toMatchObject({ updated: 0, rejectedCount: 1 });
        expect(result.rejected[0]).toMatchObject({ row: 9 });
        expect(result.rejected[0]?.reason.zh).toContain("在第12行再次出现");
      }),
    ));

  test("stays where he is when that book is locked", () =>
    rolledBack((t) =>
      asClerk(t, async (work) => {
        const { left, joined } = await twoHouseholds(work, syntheticId());
        await work.tx
          .updateTable("registry.household_year")
          .set({ book_status: "locked" })
          .where("register_no", "=", left.registerNo)
          .execute();
        const result = await apply(work, aReadRegister([left, joined]));
        expect(result).toMatchObject({ unchanged: 2, rejectedCount: 1 });
        expect(result.rejected[0]?.reason.zh).toContain("另一户");
      }),
    ));
});

describe("a household number that now has nobody of those who had it", () => {
  test("is shown, and written only when confirmed", () =>
    rolledBack((t) =>
      asClerk(t, async (work) => {
        const read = aReadHousehold({ members: [aReadMember({ personNo: "P1" })] });
        await apply(work, aReadRegister([read]));
        const others = aReadRegister([
          { ...read, members: [aReadMember({ name: "赵守业", personNo: "P1" })] },
          aReadHousehold(),
        ]);
        const preview = await previewImport(work, others, importFile);
        expect(preview).toMatchObject({ identityChanges: [read.registerNo], identityChangeCount: 1 });
        await expect(apply(work, others)).rejects.toMatchObject({
          code: "import.identity-changes-unconfirmed",
          zh: expect.stringContaining("户主与全部成员均变更，疑似编号重复"),
        });
        expect(preview.identityDigest).toMatch(/^[0-9a-f]{64}$/);
        const differing = { ...importFile, identityDigest: "0".repeat(64) };
        await expect(applyImport(work, others, differing, aListener())).rejects.toMatchObject({
          code: "import.identity-changes-differ",
        });
        const file = { ...importFile, identityDigest: preview.identityDigest ?? "" };
        expect(await applyImport(work, others, file, aListener())).toMatchObject({ created: 1, updated: 1 });
        const onBooks = await work.tx
          .selectFrom("registry.member_year as y")
          .innerJoin("registry.member as m", "m.id", "y.member_id")
          .innerJoin("registry.household as h", "h.id", "y.household_id")
          .select(["m.name", "y.member_status", "y.relation"])
          .where("h.register_no", "=", read.registerNo)
          .orderBy("y.member_status")
          .execute();
        // Those who had the number left it; nobody's row became another person's.
        expect(onBooks).toEqual([
          { name: "赵守业", member_status: "1", relation: "01" },
          { name: "王建国", member_status: "2", relation: "01" },
        ]);
      }),
    ));

  test("is shown when the head who comes has no id number", () =>
    rolledBack((t) =>
      asClerk(t, async (work) => {
        const read = aReadHousehold({ members: [aReadMember(), bride()] });
        await apply(work, aReadRegister([read]));
        const comingTo = (wife: string) =>
          aReadRegister([
            {
              ...read,
              members: [
                aReadMember({ name: "赵守业", idNumber: null }),
                aReadMember({ name: wife, idNumber: null, isHead: false }),
              ],
            },
          ]);
        const preview = await previewImport(work, comingTo("钱玉兰"), importFile);
        expect(preview).toMatchObject({ identityChangeCount: 1, identityChanges: [read.registerNo] });
        const other = await previewImport(work, comingTo("孙桂花"), importFile);
        expect(other.identityDigest).not.toBe(preview.identityDigest);
        const file = { ...importFile, identityDigest: preview.identityDigest ?? "" };
        await applyImport(work, comingTo("钱玉兰"), file, aListener());
        const staying = await work.tx
          .selectFrom("registry.member_year as y")
          .innerJoin("registry.member as m", "m.id", "y.member_id")
          .select(["m.name", "y.relation"])
          .where("y.member_status", "=", "1")
          .orderBy("y.relation")
          .execute();
        expect(staying).toEqual([
          { name: "赵守业", relation: "01" },
          { name: "钱玉兰", relation: "02" },
        ]);
      }),
    ));

  test("is not suspected when the head changed and a member stayed", () =>
    rolledBack((t) =>
      asClerk(t, async (work) => {
        const read = aReadHousehold({ members: [aReadMember(), bride()] });
        await apply(work, aReadRegister([read]));
        const [, second] = read.members;
        const newHead = { ...read, members: [{ ...second!, isHead: true }] };
        expect(await apply(work, aReadRegister([newHead]))).toMatchObject({
          identityChangeCount: 0,
          updated: 1,
        });
      }),
    ));
});

describe("a file that only updates", () => {
  test("corrects the id number of a person known by his own number, who stays himself", () =>
    rolledBack((t) =>
      asClerk(t, async (work) => {
        const read = aReadHousehold({ members: [aReadMember({ personNo: "P1" })] });
        await apply(work, aReadRegister([read]));
        const corrected = aReadMember({ personNo: "P1", name: null, isHead: false });
        const options = { layout: "monitoringPersons", updatesOnly: true } as const;
        const result = await apply(work, aReadRegister([{ ...read, members: [corrected] }], options));
        expect(result).toMatchObject({ updated: 1, identityChangeCount: 0, rejected: [] });
      }),
    ));

  test("rejects the row that would take somebody else's id number, and writes the others", () =>
    rolledBack((t) =>
      asClerk(t, async (work) => {
        const idNumber = syntheticId();
        const [one, two] = [
          aReadHousehold({ members: [aReadMember({ personNo: "P1" })] }),
          aReadHousehold({ members: [aReadMember({ idNumber })] }),
        ];
        await apply(work, aReadRegister([one, two]));
        const update = (household: ReadHousehold, change: object): ReadHousehold => ({
          ...household,
          members: household.members.map((member) => ({
            ...member,
            name: null,
            isHead: false,
            fields: { "member_year.labour": "05" },
            ...change,
          })),
        });
        const read = aReadRegister([update(one, { idNumber, row: 7 }), update(two, { idNumber })], {
          layout: "monitoringPersons",
          updatesOnly: true,
        });
        const result = await apply(work, read);
        expect(result).toMatchObject({ rejectedCount: 1, updated: 1 });
        expect(result.rejected[0]).toMatchObject({ row: 7, column: "证件号码" });
      }),
    ));
});

test("the pairing of a household that moved stands in its new village", () =>
  rolledBack((t) =>
    asClerk(t, async (work) => {
      const read = aReadHousehold({ helper: { name: "李助民", unit: "交通局", phone: null } });
      await apply(work, aReadRegister([read]));
      const moved = { ...read, place: { ...village, village: "水屯村" }, helper: null };
      expect(await apply(work, aReadRegister([moved]))).toMatchObject({ updated: 1 });
      const [household] = await work.tx.selectFrom("registry.household").select("area_code").execute();
      const pairings = await work.tx.selectFrom("registry.helper_assignment").select("area_code").execute();
      expect(pairings).toEqual([household]);
    }),
  ));
