import { describe, expect, test } from "vitest";
import { type TestApi, rolledBack } from "../../test/api.ts";
import {
  aListener,
  aReadHousehold,
  aReadMember,
  aReadRegister,
  importFile,
  syntheticId,
} from "../../test/register-builders.ts";
import type { Work } from "../access/work.ts";
import { secrets } from "../../platform/secrets/secrets.ts";
import { applyImport, previewImport } from "./import.service.ts";
import type { ReadRegister } from "./reading.contract.ts";

const village = { county: "驿城区", township: "水屯镇", hamlet: null };

/** Work of a data officer, or of another role and place. */
async function asClerk<T>(
  t: TestApi,
  use: (work: Work) => Promise<T>,
  areaCode = "411702000000",
): Promise<T> {
  return t.asSystem(use, areaCode);
}

async function apply(work: Work, read: ReadRegister, listener = aListener()) {
  return applyImport(work, read, importFile, listener);
}

async function countRows(
  work: Work,
  table: "registry.household" | "registry.member" | "registry.member_year" | "registry.helper",
) {
  const row = await work.tx
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  return row.n;
}

describe("a roster", () => {
  test("puts households and members on the books, in one go with receipt, audit entry and message", () =>
    rolledBack((t) =>
      asClerk(t, async (work) => {
        const listener = aListener();
        const read = aReadRegister([
          aReadHousehold({
            phone: "13800001234",
            helper: { name: "李助民", unit: "交通局", phone: "13900005678" },
            fields: {
              "income_statement.wage": 1_180_000,
              "living_condition.house_grade": "04",
              "household_year.main_cause": "01",
            },
            members: [aReadMember({ name: "单小明" }), aReadMember({ name: "张秀英", isHead: false })],
          }),
        ]);
        const result = await apply(work, read, listener);
        expect(result).toMatchObject({
          recognised: "roster",
          year: 2018,
          households: 1,
          persons: 2,
          created: 1,
          rejected: [],
        });
        expect(listener.told).toEqual(["county 411702 2018"]);
        const book = await work.tx
          .selectFrom("registry.household_year")
          .selectAll()
          .executeTakeFirstOrThrow();
        expect(book).toMatchObject({
          area_code: expect.stringMatching(/^411702100/),
          head_name: "单小明",
          main_cause: "01",
          version: 1,
        });
        const member = await work.tx
          .selectFrom("registry.member")
          .selectAll()
          .where("name", "=", "单小明")
          .executeTakeFirstOrThrow();
        expect(member).toMatchObject({
          name_initials: "sxm",
          name_initials_other: "dxm",
          sex: "01",
          birth_date: "1980-01-01",
        });
        expect(member.id_cipher?.includes("990101")).toBe(false);
        const events = await work.tx
          .selectFrom("audit.event")
          .select(["action", "area_code"])
          .where("action", "=", "import.apply")
          .execute();
        expect(events).toEqual([{ action: "import.apply", area_code: "411702000000" }]);
        const batch = await work.tx
          .selectFrom("registry.import_batch")
          .select(["state", "file_name", "year"])
          .execute();
        expect(batch).toEqual([{ state: "applied", file_name: "花名册.xlsx", year: 2018 }]);
        const assigned = await work.tx
          .selectFrom("registry.helper_assignment")
          .select(["started_on", "ended_on"])
          .execute();
        expect(assigned).toEqual([{ started_on: "2018-01-01", ended_on: null }]);
      }),
    ));

  test("taken twice changes nothing", () =>
    rolledBack((t) =>
      asClerk(t, async (work) => {
        const read = aReadRegister([
          aReadHousehold({
            phone: "13800001234",
            helper: { name: "李助民", unit: null, phone: null },
            fields: {
              "income_statement.wage": 1_180_000,
              "household_year.other_causes": [],
              "monitoring.collector_phone": "13900001111",
            },
            members: [
              aReadMember({ phone: "13700001111", phoneState: "valid" }),
              aReadMember({ name: "王新生", isHead: false, idNumber: null }),
              aReadMember({
                name: "王无号",
                isHead: false,
                idNumber: "999999198001010019",
                idState: "placeholder",
              }),
              aReadMember({ name: "王有证", isHead: false, idNumber: `${syntheticId()}41` }),
            ],
          }),
          aReadHousehold(),
        ]);
        await apply(work, read);
        const listener = aListener();
        const again = await apply(work, read, listener);
        expect(again).toMatchObject({
          created: 0,
          updated: 0,
          unchanged: 2,
          households: 2,
          persons: 5,
          gone: 0,
        });
        expect(again.diff).toMatchObject({ new: 0, changed: [], changedCount: 0, gonePersons: 0 });
        expect(listener.told).toEqual([]);
        expect(await countRows(work, "registry.member")).toBe(5);
        const versions = await work.tx.selectFrom("registry.household_year").select("version").execute();
        expect(versions).toEqual([{ version: 1 }, { version: 1 }]);
      }),
    ));

  test("that changed shows field by field what is new, gone and different, masked, before it is applied", () =>
    rolledBack((t) =>
      asClerk(t, async (work) => {
        const [one, two] = [
          aReadHousehold({ phone: "13800001234", fields: { "income_statement.wage": 100_000 } }),
          aReadHousehold(),
        ];
        await apply(work, aReadRegister([one, two]));
        const changed = aReadRegister([
          {
            ...one,
            phone: "13900005678",
            fields: { ...one.fields, "income_statement.wage": 1_250_050, "household_year.exit_status": "1" },
            members: [
              {
                ...one.members[0]!,
                name: "王建军",
                fields: { ...one.members[0]!.fields, "member_year.health": ["02", "04"] },
              },
              aReadMember({ name: "赵丽", isHead: false }),
            ],
          },
          aReadHousehold(),
        ]);
        const preview = await previewImport(work, changed, importFile);
        expect(preview).toMatchObject({ created: 1, updated: 1, unchanged: 0, gone: 1 });
        expect(preview.diff.goneRegisterNos).toEqual([two.registerNo]);
        const shown = preview.diff.changed.map(({ label, from, to }) => [label, from, to]);
        expect(shown).toEqual(
          expect.arrayContaining([
            ["王** 姓名", "王**", "王**"],
            ["王** 健康状况", "健康", "长期慢性病、残疾"],
            ["新增成员", null, "赵**"],
            ["工资性收入", "1,000元", "12,500.5元"],
            ["脱贫属性", "未脱贫", "脱贫"],
            ["联系电话", "138****1234", "139****5678"],
            ["户主", "王**", "王**"],
          ]),
        );
        expect(shown).toHaveLength(7);
        expect(JSON.stringify(preview)).not.toMatch(/建军|赵丽|13900005678/);
        expect(await countRows(work, "registry.household")).toBe(2);

        expect(await apply(work, changed)).toMatchObject({ created: 1, updated: 1 });
        expect(await apply(work, changed)).toMatchObject({ created: 0, updated: 0, unchanged: 2, gone: 1 });
        expect(await countRows(work, "registry.household")).toBe(3);
      }),
    ));

  test("names a member that it no longer has, and keeps the row", () =>
    rolledBack((t) =>
      asClerk(t, async (work) => {
        const read = aReadHousehold({
          members: [aReadMember(), aReadMember({ name: "张秀英", isHead: false })],
        });
        await apply(work, aReadRegister([read]));
        const result = await apply(work, aReadRegister([{ ...read, members: read.members.slice(0, 1) }]));
        expect(result).toMatchObject({ unchanged: 1, diff: { gonePersons: 1 } });
        expect(await countRows(work, "registry.member_year")).toBe(2);
      }),
    ));

  test("of another year makes another book of the same household", () =>
    rolledBack((t) =>
      asClerk(t, async (work) => {
        const read = aReadRegister([aReadHousehold()]);
        await apply(work, read);
        expect(await applyImport(work, read, { ...importFile, year: 2019 }, aListener())).toMatchObject({
          year: 2019,
          created: 1,
        });
        expect(await countRows(work, "registry.household")).toBe(1);
        expect(await countRows(work, "registry.member")).toBe(1);
        expect(await countRows(work, "registry.member_year")).toBe(2);
      }),
    ));

  test("takes the newest book when neither the file nor the clerk names a year, and needs one of the three", () =>
    rolledBack((t) =>
      asClerk(t, async (work) => {
        const read = aReadRegister([aReadHousehold()], { year: null });
        await expect(apply(work, read)).rejects.toThrow(/import.year-needed/);
        await applyImport(work, read, { ...importFile, year: 2017 }, aListener());
        expect(await apply(work, read)).toMatchObject({ year: 2017, unchanged: 1 });
      }),
    ));
});

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
        expect(result.rejected[0]).toMatchObject({ sheet: "花名册", row: 9, column: "村名" });
        expect(result.rejected[0]?.reason.zh).toContain("没有找到行政村（社区）“王家坡”；名称相近的有“");
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
          expect(result).toMatchObject({ households: 1, rejectedCount: 1 });
          expect(result.rejected[0]?.reason.zh).toContain("不在您负责的范围内");
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

  test("are one by phone; a phone of another name is rejected", () =>
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
        expect(result).toMatchObject({ households: 3, rejectedCount: 1 });
        expect(result.rejected[0]?.column).toBe("帮扶责任人手机号");
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

test("a number that no column can hold is rejected as a cell, not as a failure", () =>
  rolledBack((t) =>
    asClerk(t, async (work) => {
      const member = aReadMember({ fields: { "member_year.work_months": 99_999 } });
      const result = await apply(work, aReadRegister([aReadHousehold({ members: [member] })]));
      expect(result).toMatchObject({ households: 1, persons: 1, rejectedCount: 1 });
      expect(result.rejected[0]?.column).toBe("务工时间");
    }),
  ));
