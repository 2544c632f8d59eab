import { expect, test } from "vitest";
import { exitProcedureOf } from "./exit-procedure.ts";

test("the steps of an exit are those of the document that holds at the end of the year", () => {
  const procedure = exitProcedureOf(2018);
  expect(procedure?.steps.map(({ zh }) => zh)).toEqual([
    "村“两委”组织民主评议后提出",
    "村“两委”和驻村工作队核实",
    "拟退出户认可",
    "村内公示无异议",
    "公告退出",
    "在建档立卡贫困人口中销号",
  ]);
  expect(procedure?.source).toMatchObject({ number: "厅字〔2016〕16号", article: "三（一）" });
  expect(exitProcedureOf(2020)).not.toBeNull();
  expect(exitProcedureOf(2015)).toBeNull();
  expect(exitProcedureOf(2021)).toBeNull();
});
