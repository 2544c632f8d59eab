/** A small catalogue with a fact of every type, for tests. */
const title = (zh: string, en: string) => ({ zh, en });
const fact = (term: string, code: string, type: string, more: object = {}) => ({
  term,
  code,
  unit: "household",
  type,
  title: title(term, code.replaceAll("_", " ")),
  ...more,
});

export const testCatalogue = {
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
    fact("住房等级", "house_grade", "code", { list: "houseGrade" }),
    fact("致贫风险", "risks", "codes", { list: "risk" }),
    fact("登记日期", "born", "date"),
    fact("识别年月", "identified", "month"),
    fact("备注", "remark", "text"),
    { ...fact("年龄", "age", "integer"), unit: "member" },
  ],
};
