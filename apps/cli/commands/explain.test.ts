/** The document of `explain` keeps what scripts were promised: terms and values as the register says them. */
import { expect, test } from "vitest";
import { aHousehold } from "../../../test/a-household.ts";
import { rolledBack } from "../../../test/api.ts";
import { explainByRegisterNo } from "../../../domain/verdicts/household-number.service.ts";
import { promised } from "./explain.ts";

test("facts and what is missing are Chinese text, and no key is new", () =>
  rolledBack(async (t) => {
    await t.asSystem((work) => aHousehold(work, { registerNo: "0000000042" }));
    const found = await t.asSystem((work) => explainByRegisterNo(work, "0000000042"));
    const verdicts = found.verdicts.map(promised);
    expect(verdicts.flatMap(({ missing }) => missing)).toContain("不愁吃核查");
    const facts = verdicts.flatMap((verdict) => verdict.facts);
    expect(facts.find(({ code }) => code === "household.persons")?.term).toBe("家庭人口");
    expect(facts.filter(({ term, shown }) => typeof term !== "string" || typeof shown !== "string")).toEqual(
      [],
    );
    expect(verdicts.filter((verdict) => "repeats" in verdict)).toEqual([]);
  }));
