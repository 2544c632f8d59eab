/** What is done once a day: exports of all areas are gone when their week is over, fetched or not. */
import { expect, test } from "vitest";
import { aHousehold } from "../../test/a-household.ts";
import { type TestApi, rolledBack } from "../../test/api.ts";
import { runNewest } from "../../test/run-task.ts";
import type { StartedHouseholdExport } from "../../domain/verdicts/list/household-export.contract.ts";
import { makeKeys } from "../../platform/secrets/key-ring.ts";
import { installKeys } from "../../platform/secrets/secrets.ts";
import { evaluateCounty } from "../../domain/verdicts/evaluation/evaluation.service.ts";
import { dailyChores } from "./chores.ts";

installKeys(makeKeys());

const day = 86_400_000;

function pass(t: TestApi, days: number): void {
  t.clock.set(new Date(t.clock.now().getTime() + days * day));
}

/** An export by an officer of the county; what comes back asks for its file and says how that was answered. */
async function anExport(t: TestApi, county: string): Promise<() => Promise<unknown>> {
  await t.asSystem((work) => aHousehold(work, { areaCode: `${county}100200` }));
  const person = await t.aPerson({ areaCode: `${county}000000` });
  const url = `/areas/${county}000000/households/exports`;
  const { taskId } = (await t.as(person).post<StartedHouseholdExport>(url, { year: 2018 })).body;
  await runNewest(t, "household.export");
  return async () => {
    const headers = { cookie: `jingzhun_session=${person.token}`, "x-acting-grant": person.grantId };
    return (await t.app.inject({ method: "GET", url: `/api/v1${url}/${taskId}`, headers })).statusCode;
  };
}

const filesLeft = (t: TestApi) =>
  t.asSystem(({ tx }) => tx.selectFrom("job.task_file").select("id").execute());

test("a file is kept for seven days and not a moment longer, whether or not it was deleted by then", () =>
  rolledBack(async (t) => {
    const fetchIt = await anExport(t, "411702");
    // The session ends sooner than the file.
    await t.asSystem(({ tx }) =>
      tx
        .updateTable("access.session")
        .set({ expires_at: new Date("2027-01-01T00:00:00Z") })
        .execute(),
    );
    expect(await fetchIt()).toBe(200);
    pass(t, 7);
    expect(await fetchIt()).toBe(200);
    pass(t, 1 / 86_400);
    expect(await fetchIt()).toBe(404);
  }));

test("the daily chore deletes the old files of every area, and only those", () =>
  rolledBack(async (t) => {
    await anExport(t, "411702");
    await anExport(t, "411721");
    pass(t, 5);
    await anExport(t, "411702");
    expect(await filesLeft(t)).toHaveLength(3);
    pass(t, 2.5);
    await dailyChores(t.database, t.clock)["task.purge-files"]?.(new AbortController().signal);
    expect(await filesLeft(t)).toHaveLength(1);
  }));

test("names without pinyin get theirs, each once, and are found by it", () =>
  rolledBack(async (t) => {
    const members = [{ name: "单小明" }, { name: "𠮷" }, { name: null }];
    const { householdId } = await t.asSystem((work) => aHousehold(work, { members }));
    await dailyChores(t.database, t.clock)["registry.index-names"]?.(new AbortController().signal);
    const rows = await t.asSystem(({ tx }) =>
      tx
        .selectFrom("registry.member")
        .select(["name", "name_pinyin", "name_pinyin_other"])
        .where("household_id", "=", householdId)
        .orderBy("id")
        .execute(),
    );
    expect(rows).toEqual([
      { name: "单小明", name_pinyin: "shanxiaoming", name_pinyin_other: "danxiaoming" },
      { name: "𠮷", name_pinyin: "", name_pinyin_other: null },
      { name: null, name_pinyin: null, name_pinyin_other: null },
    ]);
  }));

test("figures that a newer version has withdrawn are queued to be evaluated again, the others are not", () =>
  rolledBack(async (t) => {
    await t.asSystem(async (work) => {
      for (const year of [2018, 2019]) {
        await aHousehold(work, { year });
        await evaluateCounty(work, "411702", year);
      }
      await work.tx.deleteFrom("verdicts.rollup").where("year", "=", 2018).execute();
    });
    const queued = () =>
      t.asSystem(({ tx }) =>
        tx.selectFrom("job.task").select(["kind", "input"]).where("kind", "=", "verdict.evaluate").execute(),
      );
    expect(await queued()).toEqual([]);
    await dailyChores(t.database, t.clock)["verdict.evaluate-withdrawn"]?.(new AbortController().signal);
    expect(await queued()).toEqual([
      { kind: "verdict.evaluate", input: { areaCode: "411702000000", year: 2018 } },
    ]);
  }));
