/** A small catalogue with a fact of every type and a rule over it, for tests. */
import type { z } from "zod";
import { readCatalogue } from "./catalogue.ts";
import { checkExpression } from "./check.ts";
import { type CompiledRule, compileRule } from "./compile.ts";
import { parseExpression } from "./parse.ts";
import { type Rule, readRule } from "./rule.ts";
import type { RuleUnit } from "./scene.ts";
import { type Checked, chainOf } from "./tree.ts";

const title = (zh: string, en: string) => ({ zh, en });
const fact = (term: string, code: string, type: string, more: object = {}) => ({
  term,
  code,
  unit: "household",
  type,
  title: title(term, code.replaceAll("_", " ")),
  ...more,
});

const content = {
  lists: [
    {
      id: "exitStatus",
      title: title("脱贫属性", "exit status"),
      items: [
        { code: "0", label: "未脱贫", en: "not lifted" },
        { code: "1", label: "脱贫", en: "lifted", aliases: ["已脱贫"] },
        { code: "2", label: "预脱贫" },
        { code: "3", label: "返贫" },
      ],
    },
    {
      id: "houseGrade",
      title: title("住房等级", "house grade"),
      items: ["A级", "B级", "C级", "D级"].map((label, index) => ({ code: `0${index + 2}`, label })),
    },
    {
      id: "risk",
      title: title("风险", "risk"),
      items: ["因病", "因学", "因残"].map((label, index) => ({ code: `0${index + 1}`, label })),
    },
    {
      id: "document",
      title: title("文件", "document"),
      items: [
        {
          code: "关于建立贫困退出机制的意见",
          label: "关于建立贫困退出机制的意见",
          en: "Opinions on exit from poverty",
        },
      ],
    },
  ],
  facts: [
    fact("家庭人口", "persons", "integer", { measure: "人" }),
    fact("学龄儿童数", "children", "integer", { measure: "人" }),
    fact("纯收入", "net_income", "money"),
    fact("扶贫标准", "line", "money"),
    fact("人均纯收入", "per_head", "moneyPerHead", { numerator: "net_income", denominator: "persons" }),
    fact("住房面积", "house_area", "decimal", { measure: "㎡" }),
    fact("耕地面积", "farmland", "decimal", { measure: "亩" }),
    fact("危房户", "dangerous_house", "boolean"),
    fact("饮水安全", "water_safe", "boolean"),
    fact("脱贫属性", "exit_status", "code", { list: "exitStatus" }),
    fact("原脱贫属性", "former_status", "code", { list: "exitStatus" }),
    fact("住房等级", "house_grade", "code", { list: "houseGrade" }),
    fact("致贫风险", "risks", "codes", { list: "risk" }),
    fact("登记日期", "born", "date"),
    fact("识别年月", "identified", "month"),
    fact("备注", "remark", "text"),
    { ...fact("年龄", "age", "integer"), unit: "member" },
  ],
};

export const testCatalogue = readCatalogue(content);

/** The tree of a condition that must be right. */
export function conditionOf(text: string, unit: RuleUnit = "household"): Checked {
  const checked = checkExpression(parseExpression(text), testCatalogue, unit);
  if (!checked.ok) throw checked.errors[0] ?? new Error(text);
  return checked.tree;
}

/** A rule with an example, to be overridden; another condition has plain messages, one for each of its parts. */
export function ruleWith(more: Partial<z.input<typeof Rule>>): CompiledRule {
  const { when, unit } = more;
  const parts = when === undefined ? [] : chainOf(conditionOf(when, unit), "and");
  const message = when === undefined ? plainRule.message : parts.map(() => title("未达到", "not met"));
  const compiled = compileRule(readRule({ ...plainRule, message, ...more }), testCatalogue);
  if (!compiled.ok) throw compiled.errors[0] ?? new Error("not compiled");
  return compiled.compiled;
}

export const plainRule = {
  id: "exit.household.income",
  kind: "criterion",
  title: { zh: "人均纯收入稳定超过扶贫标准", en: "Net income per head above the line" },
  when: "人均纯收入 > 扶贫标准",
  message: {
    zh: "人均纯收入{人均纯收入}元，未超过{扶贫标准}元",
    en: "Net income per head is {人均纯收入} yuan, not above {扶贫标准}",
  },
  source: { document: "关于建立贫困退出机制的意见", number: "厅字〔2016〕16号", article: "第二条" },
  valid: { from: "2016-01-01", to: "2020-12-31" },
  examples: [{ given: { 人均纯收入: 3500, 扶贫标准: 2995 }, expect: "pass" }],
} satisfies z.input<typeof Rule>;
