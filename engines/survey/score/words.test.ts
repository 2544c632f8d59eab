/** The sentences carry the figures, and say why a rank has a range. */
import { expect, test } from "vitest";
import { explainGrade, explainOrder, explainRank, explainScore, explainSensitivity } from "./score-words.ts";

test("a rank with a range, and one that is certain", () => {
  const open = explainRank("甲县", { rank: 3, low: 2, high: 14 }, 43, 0.05);
  expect(open.zh).toContain("排第3，能确定的是在第2到第14之间（共43个单位，整张表的把握是95%）");
  expect(open.en).toContain("not that work was good or bad");
  expect(explainRank("甲县", { rank: 1, low: 1, high: 1 }, 43, 0.1).zh).toContain("把握是90%");
  expect(explainOrder(12, 6).zh).toContain("共15对，其中12对");
});

test("a grade by the score itself carries ±", () => {
  const between = explainGrade({ grade: "fairly-good", isProvisional: true }, 82.14, { low: 71, high: 93 });
  expect(between.zh).toContain("得分82.1，区间71到93，等次“较好±”");
  const sure = explainGrade({ grade: "good", isProvisional: false }, 95, { low: 91, high: 99 });
  expect(sure.en).toContain('grade "good". Sampling error was allowed for');
});

test("what a score is made of, and how far its rank depends on method", () => {
  const parts = [
    { name: "减贫成效", points: 91 },
    { name: "精准识别", points: 40.04 },
  ];
  expect(explainScore("甲县", 65.5, parts).zh).toContain("最弱的是“精准识别”，40分");
  const band = { median: 4, low: 3.2, high: 12.84, best: 3, worst: 14 };
  expect(explainSensitivity("甲县", 3, band, 40).en).toContain(
    "40 ways in all, the middle rank is 4, nine in ten lie from 3.2 to 12.8",
  );
});
