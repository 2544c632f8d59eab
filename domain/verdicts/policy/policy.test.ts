/** Policies through HTTP: a rule with its worked examples, the lines, and what nobody knows. */
import { expect, test } from "vitest";
import { rolledBack } from "../../../test/api.ts";
import type { PolicyLines, PolicyRulePage, PolicyRules } from "./policy.contract.ts";

test("a rule is read with its examples as cases, its standard, its lines and its place", () =>
  rolledBack(async (t) => {
    const reader = t.as(await t.aPerson({ role: "helper" }));
    const { status, body } = await reader.get<PolicyRulePage>("/policies/rules/exit.household.income");
    expect(status).toBe(200);
    expect(body).toMatchObject({
      standard: { name: { zh: "国家标准" } },
      place: null,
      lines: ["poverty"],
      appliesTo: { zh: expect.stringContaining("脱贫属性") },
    });
    expect(body.message[0]?.zh).toContain("{人均纯收入}");
    expect(body.message[0]?.en).toContain("{net income per head}");
    expect(body.note?.en).toContain("net income is what is compared");
    const [first] = body.examples;
    expect(first?.given).toContainEqual({
      term: { zh: "扶贫标准", en: "poverty line" },
      shown: { zh: "2995元", en: "2995 yuan" },
    });
    expect(body.examples.map(({ expect: outcome }) => outcome)).toEqual(
      expect.arrayContaining(["pass", "fail", "unknown", "notApplicable"]),
    );
    const henan = await reader.get<PolicyRulePage>("/policies/rules/henan.exit.household.income");
    expect(henan.body.place).toEqual({ code: "410000000000", name: "河南省" });
  }));

test("every rule in force has a page", () =>
  rolledBack(async (t) => {
    const reader = t.as(await t.aPerson());
    const { body } = await reader.get<PolicyRules>("/policies/rules");
    for (const { id, examples } of body.rules) {
      const page = await reader.get<PolicyRulePage>(`/policies/rules/${id}`);
      expect([id, page.status, page.body.examples.length]).toEqual([id, 200, examples]);
    }
  }));

test("lines come with year, place, income concept and source; a place without one amount has none", () =>
  rolledBack(async (t) => {
    const { body } = await t.as(await t.aPerson()).get<PolicyLines>("/policies/lines");
    const of = (year: number, place: string | null) =>
      body.lines.find(
        (line) => line.kind === "poverty" && line.year === year && (line.place?.code ?? null) === place,
      );
    expect(of(2018, null)).toMatchObject({
      amount: 299_500,
      concept: { zh: "人均可支配收入", en: "disposable income per head" },
    });
    expect(of(2018, "440000000000")).toMatchObject({ amount: null, place: { name: "广东省" } });
    expect(of(2014, null)?.source).toMatchObject({ document: "云南调查年鉴2017", mark: "V" });
  }));

test("a rule that does not exist is not found", () =>
  rolledBack(async (t) => {
    const reply = await t.as(await t.aPerson()).get("/policies/rules/no.such.rule");
    expect(reply).toMatchObject({ status: 404, body: { code: "verdict.unknown-rule" } });
  }));
