/** A roster goes on the books as a whole. */
import { describe, expect, test } from "vitest";
import { rolledBack } from "../../test/api.ts";
import { apply, asClerk, countRows } from "../../test/import-scene.ts";
import {
  aListener,
  aReadHousehold,
  aReadMember,
  aReadRegister,
  importFile,
  syntheticId,
} from "../../test/register-builders.ts";
import { applyImport, previewImport } from "./import.service.ts";

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

  test("shows of a free text only that it changed, and no long number of any text", () =>
    rolledBack((t) =>
      asClerk(t, async (work) => {
        const one = aReadHousehold({ fields: { "monitoring.risk_remark": "患病" } });
        await apply(work, aReadRegister([one]));
        const fields = { ...one.fields, "monitoring.risk_remark": "联系其子王强13900005678" };
        const place = { ...one.place, hamlet: "王强13900005678" };
        const { diff } = await previewImport(work, aReadRegister([{ ...one, fields, place }]), importFile);
        const shown = diff.changed.map(({ label, from, to, hidden }) => [label, from, to, hidden]);
        expect(shown).toEqual([
          ["其他备注", "****", "****", true],
          ["自然村", null, "王强139****5678", false],
        ]);
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
