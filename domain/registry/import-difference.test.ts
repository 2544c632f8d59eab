/** What an import changes, by pages and by field; personal values are masked. */
import { expect, test } from "vitest";
import { type TestApi, rolledBack } from "../../test/api.ts";
import { aRosterCsv, upload } from "../../test/import-scene.ts";
import { runNewest } from "../../test/run-task.ts";
import type { Client } from "../../test/client.ts";
import type { ImportBatch } from "./import.contract.ts";
import { keepDifferences } from "./import-difference.service.ts";
import { emptyPlan, keptChanges, noteChange } from "./import/plan.ts";
import type { DifferencePage } from "./import-difference.contract.ts";

const url = ({ county, id }: Pick<ImportBatch, "county" | "id">) => `/counties/${county}/imports/${id}`;

async function looked(t: TestApi, officer: Client, csv: string): Promise<ImportBatch> {
  const { body } = await upload(officer, csv);
  await runNewest(t, "import.preview");
  return body;
}

const page = async (officer: Client, batch: ImportBatch, query = ""): Promise<DifferencePage> =>
  (await officer.get<DifferencePage>(`${url(batch)}/differences${query}`)).body;

test("new, gone and changed households are shown by pages and by field, before and after writing", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    const csv = aRosterCsv(["孟庄村", "王坡村", "水屯村"]);
    const first = await looked(t, officer, csv);
    const whole = await page(officer, first);
    expect(whole.differences.map(({ kind, registerNo }) => [kind, registerNo])).toEqual([
      ["new", "411702000"],
      ["new", "411702001"],
      ["new", "411702002"],
    ]);
    expect(whole.differences[1]).toMatchObject({ maskedHead: "王**", village: "王坡村民委员会" });
    const start = await page(officer, first, "?limit=2");
    expect(start).toMatchObject({ next: 2, counts: [{ kind: "new", field: null, count: 3 }] });
    const rest = await page(officer, first, `?limit=2&after=${start.next}`);
    expect(rest).toMatchObject({ next: null, differences: [{ registerNo: "411702002" }] });
    await officer.post(`${url(first)}/apply`);
    await runNewest(t, "import.apply");
    expect((await page(officer, first)).differences).toHaveLength(3);

    const lines = csv.split("\n").slice(0, 5);
    const changed = lines.join("\n").replaceAll("未脱贫", "脱贫").replace("张秀英", "张秀兰");
    const second = await looked(t, officer, changed);
    const { counts } = await page(officer, second);
    const gone = await page(officer, second, "?kind=gone");
    expect(gone.differences).toMatchObject([
      { registerNo: "411702002", maskedHead: "王**", village: "水屯村民委员会" },
    ]);
    expect(counts.find(({ kind }) => kind === "gone")).toMatchObject({ count: 1 });
    expect(counts.find(({ field }) => field === "household_year.exit_status")).toMatchObject({ count: 2 });
    const exits = await page(officer, second, "?kind=changed&field=household_year.exit_status");
    expect(exits.differences).toMatchObject([
      {
        registerNo: "411702000",
        village: "孟庄村民委员会",
        from: { zh: "未脱贫", en: "not lifted" },
        to: { zh: "脱贫" },
        hidden: false,
      },
      { registerNo: "411702001", from: { zh: "未脱贫" }, to: { zh: "脱贫" } },
    ]);
    expect(JSON.stringify(await page(officer, second))).not.toContain("张秀");
  }));

test("beyond those that are kept all are counted, and the list says that it is cut", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    const batch = await looked(t, officer, aRosterCsv(["孟庄村"]));
    const plan = emptyPlan("411702");
    const change = { registerNo: "411702000", label: "电视", from: null, to: "是" };
    for (let at = 0; at < keptChanges; at++)
      noteChange(plan, "living_condition.television", "电视", () => change);
    for (let at = 0; at < 7; at++) noteChange(plan, "guarantee.water", "饮水", () => change);
    await t.asSystem((work) => keepDifferences(work, batch, batch.areaCode, [plan]));
    expect(await page(officer, batch, "?limit=1")).toMatchObject({
      listed: keptChanges,
      counts: [
        { kind: "changed", field: "living_condition.television", count: keptChanges },
        { kind: "changed", field: "guarantee.water", label: { zh: "饮水" }, count: 7 },
      ],
    });
  }));

test("a field is counted once, whosever it is", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    const csv = aRosterCsv(["孟庄村"]);
    await officer.post(`${url(await looked(t, officer, csv))}/apply`);
    await runNewest(t, "import.apply");
    const renamed = csv.replace("王建国", "李建国").replace("张秀英", "赵秀英");
    const { counts } = await page(officer, await looked(t, officer, renamed));
    expect(counts.filter(({ field }) => field === "member.name")).toMatchObject([
      { label: { zh: "姓名", en: "name" }, count: 2 },
    ]);
  }));

test("they are for the place of the import only", () =>
  rolledBack(async (t) => {
    const batch = await looked(t, t.as(await t.aPerson()), aRosterCsv(["孟庄村"]));
    const stranger = t.as(await t.aPerson({ areaCode: "621022000000" }));
    expect((await stranger.get(`${url(batch)}/differences`)).status).toBe(404);
  }));
