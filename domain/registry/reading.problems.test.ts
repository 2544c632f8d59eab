import { expect, test } from "vitest";
import { listProblemKinds } from "../../platform/problem.ts";
import "./import.problems.ts";
import "./reading.problems.ts";

test("what a file is made of inside is no word for who uploads it, and no advice needs what no page has", () => {
  for (const [code, { zh, en }] of listProblemKinds())
    expect(`${code} ${zh} ${en}`).not.toMatch(
      /zip|解压|压缩|炸弹|unpack|\{part\}|指定各列|which column is which|指定编码/i,
    );
});
