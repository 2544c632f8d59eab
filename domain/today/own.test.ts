/** A helper's first page, through HTTP: his households by need, each with what it lacks, a matter of two standards once. */
import { expect, test } from "vitest";
import { type WantedHousehold, aHousehold } from "../../test/a-household.ts";
import { type TestApi, rolledBack } from "../../test/api.ts";
import { newId } from "../../platform/id.ts";
import { makeKeys } from "../../platform/secrets/key-ring.ts";
import { installKeys } from "../../platform/secrets/secrets.ts";
import type { Work } from "../access/work.ts";
import { evaluateCounty } from "../verdicts/evaluation/evaluation.service.ts";
import type { OwnHousehold, Today } from "./today.contract.ts";

installKeys(makeKeys());

const county_code = "411702";
const area_code = "411702100200";

async function aHelper({ tx, now }: Work): Promise<string> {
  const helper = { county_code, id: newId(now), name: "李建国", created_at: now };
  await tx.insertInto("registry.helper").values(helper).execute();
  return helper.id;
}

async function assign({ tx }: Work, household_id: string, helper_id: string): Promise<void> {
  const assignment = { county_code, household_id, area_code, helper_id, started_on: "2016-03-01" };
  await tx.insertInto("registry.helper_assignment").values(assignment).execute();
}

/** The page of a helper of these households. */
async function ownOf(t: TestApi, wanted: readonly WantedHousehold[]): Promise<NonNullable<Today["own"]>> {
  const helperId = await t.asSystem(async (work) => {
    const id = await aHelper(work);
    for (const one of wanted) await assign(work, (await aHousehold(work, one)).householdId, id);
    // Somebody else's household is not his.
    await aHousehold(work, { living: { house_grade: "04" } });
    await evaluateCounty(work, county_code, 2018);
    return id;
  });
  const helper = t.as(await t.aPerson({ role: "helper", areaCode: area_code, helperId }));
  const { status, body } = await helper.get<Today>("/today");
  expect(status).toBe(200);
  expect(body.findings).toEqual([]);
  return body.own ?? { households: [], total: 0 };
}

/** Everything in order but what is named; one person with a wage of so many yuan. */
function aBook(registerNo: string, yuan: number, rest: WantedHousehold = {}): WantedHousehold {
  return {
    registerNo,
    income: { wage: yuan * 100 },
    living: { house_grade: "01", house_safety: "01", dangerous_house: false, water_safe: true },
    members: [{ inYear: { medical_resident: true } }],
    ...rest,
    guarantee: { food: "01", clothing: "01", medical: "01", housing: "01", water: "01", ...rest.guarantee },
  };
}

function criteriaOf({ failed }: OwnHousehold) {
  return failed
    .filter(({ kind, standards }) => kind === "criterion" && standards.length > 0)
    .map(({ id, lines, lack }) => ({
      id,
      lack,
      lines: lines.map(({ words, standards }) => [words.zh, standards.map(({ name }) => name.zh).join()]),
    }));
}

const both = "国家标准,河南省标准";

test("an income below the line is one problem of both standards, with the lack in yuan", () =>
  rolledBack(async (t) => {
    const { households, total } = await ownOf(t, [aBook("T-1", 2940)]);
    expect(total).toBe(1);
    expect(households[0]).toMatchObject({ need: "notExit", maskedHead: "王**" });
    expect(households.flatMap(criteriaOf)).toEqual([
      {
        id: "exit.household.income",
        lack: 5500,
        lines: [["人均纯收入2,940元，没有超过扶贫标准2,995元，还差55元", both]],
      },
    ]);
    expect(households[0]?.failed[0]?.lines[0]?.words.en).toBe(
      "Net income per head is 2,940 yuan, not above the poverty line of 2,995 yuan. Lacks 55 yuan",
    );
  }));

test("what one standard alone asks is said once, beside what both ask", () =>
  rolledBack(async (t) => {
    const house = { living: { house_grade: "04", house_structure: "09", water_safe: true } };
    const { households } = await ownOf(t, [
      aBook("T-1", 2940, { guarantee: { food: "02" } }),
      aBook("T-2", 5000, house),
      aBook("T-3", 5000, { living: { ...house.living, house_grade: "01" } }),
    ]);
    const [poor, unsafe, without] = households.map(criteriaOf);
    expect(poor?.map(({ id, lines }) => [id, lines])).toEqual([
      ["exit.household.income", [["人均纯收入2,940元，没有超过扶贫标准2,995元，还差55元", both]]],
      ["exit.household.food", [["村里核查“不愁吃”一项：未达标", both]]],
    ]);
    expect(unsafe?.map(({ id, lines }) => [id, lines])).toEqual([
      ["exit.household.housing", [["房子的等级是“C级”：要先改造好，或另外安排安全住房", "国家标准"]]],
      ["henan.exit.household.housing", [["登记为无房，没有自己的住房", "河南省标准"]]],
    ]);
    expect(without?.map(({ id, lines }) => [id, lines])).toEqual([
      ["henan.exit.household.housing", [["登记为无房，没有自己的住房", "河南省标准"]]],
    ]);
  }));

test("who may not exit yet comes first, the larger lack before it, then more failed criteria, then what is to verify", () =>
  rolledBack(async (t) => {
    const { households, total } = await ownOf(t, [
      aBook("T-0-exited", 9000, { book: { exit_status: "1" } }),
      aBook("T-1-unknown", 9000, { living: {} }),
      aBook("T-2-house", 9000, { living: { house_grade: "04", water_safe: true } }),
      aBook("T-3-little", 2990),
      aBook("T-4-two", 2990, { guarantee: { food: "02" } }),
      aBook("T-5-most", 1000),
    ]);
    expect(total).toBe(6);
    expect(households.map(({ registerNo }) => registerNo)).toEqual([
      "T-5-most",
      "T-4-two",
      "T-3-little",
      "T-2-house",
      "T-1-unknown",
      "T-0-exited",
    ]);
    expect(households.map(({ need }) => need).slice(0, 5)).toEqual([
      ...Array.from({ length: 4 }, () => "notExit"),
      "toVerify",
    ]);
  }));

test("of very many households the neediest sixty stand on the page", () =>
  rolledBack(async (t) => {
    const fine = Array.from({ length: 60 }, (_, n) => aBook(`T-${100 + n}`, 9000));
    const { households, total } = await ownOf(t, [...fine, aBook("T-999", 2000)]);
    expect(total).toBe(61);
    expect(households).toHaveLength(60);
    expect(households[0]).toMatchObject({ registerNo: "T-999", need: "notExit" });
  }));
