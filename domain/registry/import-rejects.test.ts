/** What an import rejects, moves, updates and corrects. */
import { describe, expect, test } from "vitest";
import { rolledBack } from "../../test/api.ts";
import { apply, asClerk, countRows, village } from "../../test/import-scene.ts";
import {
  aListener,
  aReadHousehold,
  aReadMember,
  aReadRegister,
  importFile,
  syntheticId,
} from "../../test/register-builders.ts";
import { secrets } from "../../platform/secrets/secrets.ts";
import { applyImport } from "./import.service.ts";

describe("a household is rejected", () => {
  test("when its village is not known, with the nearest names", () =>
    rolledBack((t) =>
      asClerk(t, async (work) => {
        const read = aReadRegister([
          aReadHousehold({ row: 9, place: { ...village, village: "王家坡" } }),
          aReadHousehold(),
        ]);
        const result = await apply(work, read);
        expect(result).toMatchObject({ households: 1, created: 1, rejectedCount: 1 });
        const [{ registerNo } = { registerNo: "" }] = read.households;
        expect(result.rejected[0]).toMatchObject({ sheet: "花名册", row: 9, registerNo, column: "村名" });
        expect(result.rejected[0]?.reason.zh).toContain(
          "没有找到行政村（社区）：这一格的文字（3字）；名称相近的有“",
        );
      }),
    ));

  test("without repeating a number that stands in the wrong column", () =>
    rolledBack((t) =>
      asClerk(t, async (work) => {
        const read = aReadRegister([aReadHousehold({ place: { ...village, village: syntheticId() } })]);
        const result = await apply(work, read);
        expect(result.rejected[0]?.reason.zh).toMatch(/“9901\*{10}\w{4}”/);
        expect(JSON.stringify(result.rejected[0]?.reason)).not.toMatch(/\d{8}/);
      }),
    ));

  test("when it lives outside the actor's township", () =>
    rolledBack((t) =>
      asClerk(
        t,
        async (work) => {
          const elsewhere = aReadHousehold({
            place: { ...village, township: "沙河店镇", village: "沙西村" },
          });
          const result = await apply(work, aReadRegister([elsewhere, aReadHousehold()]));
          expect(result).toMatchObject({ households: 1, rejectedCount: 0, outsideCount: 1 });
          expect(result.outside[0]?.reason.zh).toContain("不在您负责的范围内");
        },
        "411702100000",
      ),
    ));

  test("when its number is taken elsewhere in the county", () =>
    rolledBack(async (t) => {
      const read = aReadHousehold({ place: { ...village, township: "沙河店镇", village: "沙西村" } });
      await asClerk(t, (work) => apply(work, aReadRegister([read])));
      const same = aReadHousehold({ registerNo: read.registerNo });
      const result = await asClerk(t, (work) => apply(work, aReadRegister([same])), "411702100000");
      expect(result).toMatchObject({ households: 0, created: 0 });
      expect(result.rejected[0]?.reason.zh).toContain("已被使用");
    }));

  test("when its book is locked and the file would change it", () =>
    rolledBack((t) =>
      asClerk(t, async (work) => {
        const read = aReadHousehold();
        await apply(work, aReadRegister([read]));
        await work.tx.updateTable("registry.household_year").set({ book_status: "locked" }).execute();
        expect(await apply(work, aReadRegister([read]))).toMatchObject({ unchanged: 1, rejected: [] });
        const changed = aReadRegister([
          { ...read, fields: { ...read.fields, "household_year.exit_status": "1" } },
        ]);
        const result = await apply(work, changed);
        expect(result).toMatchObject({
          households: 0,
          updated: 0,
          rejectedCount: 1,
          diff: { changedCount: 0 },
        });
        expect(result.rejected[0]?.reason.zh).toContain("2018年度台账已锁定");
      }),
    ));
});

describe("a person who is on the books of another household", () => {
  const idNumber = syntheticId();

  test("is rejected, naming the other county only; the household is kept", () =>
    rolledBack(async (t) => {
      const elsewhere = aReadHousehold({
        place: { county: "环县", township: "环城镇", village: "老城社区", hamlet: null },
        members: [aReadMember({ idNumber })],
      });
      await t.asSystem((work) => apply(work, aReadRegister([elsewhere])), "621022000000");
      const read = aReadHousehold({
        members: [aReadMember(), aReadMember({ idNumber, isHead: false, row: 12 })],
      });
      const result = await asClerk(t, (work) => apply(work, aReadRegister([read])));
      expect(result).toMatchObject({ households: 1, persons: 1, rejectedCount: 1 });
      expect(result.rejected[0]).toMatchObject({ row: 12, column: "证件号码" });
      expect(result.rejected[0]?.reason.zh).toBe(
        "这个证件号码已登记在“甘肃省庆阳市环县”的另一户中，请核实此人属于哪一户",
      );

      const corrected = { ...read, members: [read.members[0]!, aReadMember({ isHead: false })] };
      const again = await asClerk(t, (work) => apply(work, aReadRegister([corrected])));
      expect(again).toMatchObject({ updated: 1, persons: 2, rejected: [] });
    }));

  test("takes the household along when it is the head", () =>
    rolledBack((t) =>
      asClerk(t, async (work) => {
        await apply(work, aReadRegister([aReadHousehold({ members: [aReadMember({ idNumber })] })]));
        const result = await apply(
          work,
          aReadRegister([aReadHousehold({ members: [aReadMember({ idNumber })] })]),
        );
        expect(result).toMatchObject({ households: 0, rejectedCount: 2 });
      }),
    ));

  test("is free again after having left", () =>
    rolledBack((t) =>
      asClerk(t, async (work) => {
        const first = aReadHousehold({ members: [aReadMember(), aReadMember({ idNumber, isHead: false })] });
        await apply(work, aReadRegister([first]));
        const [head, bride] = first.members;
        const left = {
          ...first,
          members: [head!, { ...bride!, fields: { ...bride!.fields, "member_year.member_status": "2" } }],
        };
        await apply(work, aReadRegister([left]));
        const second = aReadHousehold({ members: [aReadMember(), aReadMember({ idNumber, isHead: false })] });
        expect(await apply(work, aReadRegister([second]))).toMatchObject({
          households: 1,
          persons: 2,
          rejected: [],
        });
      }),
    ));
});

describe("a household that moved", () => {
  test("takes its tables and all its members along", () =>
    rolledBack((t) =>
      asClerk(t, async (work) => {
        const read = aReadHousehold({
          fields: { "income_statement.wage": 100 },
          members: [aReadMember(), aReadMember({ name: "张秀英", isHead: false })],
        });
        await apply(work, aReadRegister([read]));
        const place = { ...village, village: "水屯村" };
        const moved = { ...read, place, fields: {}, members: read.members.slice(0, 1) };
        const result = await apply(work, aReadRegister([moved]));
        expect(result).toMatchObject({ updated: 1, rejected: [] });
        expect(result.diff.changed).toMatchObject([{ label: "行政村" }]);
        for (const table of [
          "household",
          "household_year",
          "income_statement",
          "member",
          "member_year",
        ] as const) {
          const areas = await work.tx
            .selectFrom(`registry.${table}`)
            .select("area_code")
            .distinct()
            .execute();
          expect(areas, table).toHaveLength(1);
        }
      }),
    ));
});

describe("a file that only updates", () => {
  const options = { layout: "monitoringPersons", updatesOnly: true } as const;

  test("adds to known persons and rejects unknown households and persons", () =>
    rolledBack((t) =>
      asClerk(t, async (work) => {
        const roster = aReadHousehold();
        await apply(work, aReadRegister([roster]));
        const [head] = roster.members;
        const known = {
          ...roster,
          place: { county: "驿城区", township: "不存在镇", village: null, hamlet: null },
          fields: { "monitoring.category": "02", "monitoring.risks": ["01", "07"] },
          members: [
            { ...head!, name: null, isHead: false, fields: { "member_year.labour": "05" } },
            aReadMember({ name: null, isHead: false, row: 5 }),
          ],
        };
        const result = await apply(work, aReadRegister([known, aReadHousehold({ row: 8 })], options));
        expect(result).toMatchObject({
          recognised: "monitoringPersons",
          households: 1,
          persons: 1,
          created: 0,
          updated: 1,
          gone: 0,
        });
        expect(result.rejected.map((one) => one.row)).toEqual([5, 8]);
        const book = await work.tx.selectFrom("registry.monitoring").select(["category", "risks"]).execute();
        expect(book).toEqual([{ category: "02", risks: ["01", "07"] }]);
        const member = await work.tx
          .selectFrom("registry.member_year")
          .select(["labour", "relation", "health"])
          .execute();
        expect(member).toEqual([{ labour: "05", relation: "01", health: ["01"] }]);
        expect(await countRows(work, "registry.member")).toBe(1);
      }),
    ));
});

describe("helpers", () => {
  const helper = (name: string, phone: string | null) => ({ name, unit: "交通局", phone });

  test("are one by phone; a phone of another name is left out with a remark", () =>
    rolledBack((t) =>
      asClerk(t, async (work) => {
        const result = await apply(
          work,
          aReadRegister([
            aReadHousehold({ helper: helper("李助民", "13900005678") }),
            aReadHousehold({ helper: helper("李助民", "13900005678") }),
            aReadHousehold({ helper: helper("刘帮扶", "13900005678") }),
          ]),
        );
        expect(result).toMatchObject({ households: 3, rejectedCount: 0, remarkCount: 1 });
        expect(result.remarks[0]?.column).toBe("帮扶责任人手机号");
        expect(await countRows(work, "registry.helper")).toBe(1);
      }),
    ));

  test("follow one another from year to year", () =>
    rolledBack((t) =>
      asClerk(t, async (work) => {
        const read = aReadHousehold({ helper: helper("李助民", "13900005678") });
        await apply(work, aReadRegister([read]));
        const later = { ...read, helper: helper("刘帮扶", "13900001111") };
        await applyImport(work, aReadRegister([later]), { ...importFile, year: 2019 }, aListener());
        const earlier = { ...read, helper: helper("赵前任", "13900002222") };
        await applyImport(work, aReadRegister([earlier]), { ...importFile, year: 2017 }, aListener());
        const rows = await work.tx
          .selectFrom("registry.helper_assignment as a")
          .innerJoin("registry.helper as h", "h.id", "a.helper_id")
          .select(["h.name", "a.started_on", "a.ended_on"])
          .orderBy("a.started_on")
          .execute();
        expect(rows).toEqual([
          { name: "赵前任", started_on: "2017-01-01", ended_on: "2018-01-01" },
          { name: "李助民", started_on: "2018-01-01", ended_on: "2019-01-01" },
          { name: "刘帮扶", started_on: "2019-01-01", ended_on: null },
        ]);
      }),
    ));
});

test("a corrected id number replaces the old one and gives it free", () =>
  rolledBack((t) =>
    asClerk(t, async (work) => {
      const read = aReadHousehold({ members: [aReadMember({ personNo: "P1" })] });
      await apply(work, aReadRegister([read]));
      const idNumber = syntheticId();
      const corrected = { ...read, members: [{ ...read.members[0]!, idNumber }] };
      const result = await apply(work, aReadRegister([corrected]));
      expect(result).toMatchObject({ updated: 1, diff: { changedCount: 1 } });
      expect(result.diff.changed[0]?.to).toMatch(/^9901\*{10}.{4}$/);
      const identities = await work.tx.selectFrom("registry.person_identity").select("id_index").execute();
      expect(identities).toEqual([{ id_index: secrets().index.ofId(idNumber) }]);
    }),
  ));

test("a number that no column can hold is left out with a remark, not a failure", () =>
  rolledBack((t) =>
    asClerk(t, async (work) => {
      const member = aReadMember({ fields: { "member_year.work_months": 99_999 } });
      const result = await apply(work, aReadRegister([aReadHousehold({ members: [member] })]));
      expect(result).toMatchObject({ households: 1, persons: 1, rejectedCount: 0, remarkCount: 1 });
      expect(result.remarks[0]?.column).toBe("务工时间");
    }),
  ));
