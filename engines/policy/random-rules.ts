/** Random conditions and null-heavy rows over the test catalogue, for the differential test. */
import fc from "fast-check";
import type { Facts } from "./value.ts";

const orNull = <T>(values: fc.Arbitrary<T>) => fc.option(values, { freq: 2 });

// Quarters are exact in both float8 and JavaScript, so equality tests are meaningful.
const quarters = fc.integer({ min: -40, max: 800 }).map((quarter) => quarter / 4);

export const factRow: fc.Arbitrary<Facts> = fc.record({
  "household.persons": orNull(fc.integer({ min: -1, max: 9 })),
  "household.children": orNull(fc.integer({ min: 0, max: 4 })),
  "household.net_income": orNull(
    fc.oneof(
      fc.integer({ min: -50_000, max: 4_000_000 }),
      fc.constantFrom(299_500, 599_000, 9_007_199_254_740_991),
    ),
  ),
  "household.line": orNull(fc.constantFrom(0, 299_500, 400_000, 1)),
  "household.house_area": orNull(quarters),
  "household.farmland": orNull(quarters),
  "household.dangerous_house": orNull(fc.boolean()),
  "household.water_safe": orNull(fc.boolean()),
  "household.exit_status": orNull(fc.constantFrom("0", "1", "2", "3")),
  "household.house_grade": orNull(fc.constantFrom("02", "03", "04", "05")),
  "household.risks": orNull(fc.subarray(["01", "02", "03"])),
  "household.born": orNull(fc.constantFrom("2015-12-31", "2016-01-01", "2018-02-28", "2020-02-29")),
  "household.identified": orNull(fc.constantFrom(201601, 201812, 202104)),
  "household.remark": orNull(fc.constantFrom("", "因病", "it's", "back\\slash")),
});

const wholeNumber = fc.constantFrom("家庭人口", "学龄儿童数", "0", "1", "4", "-1", "count(致贫风险)");
const decimal = fc.constantFrom(
  "住房面积",
  "耕地面积",
  "12.5",
  "0.25",
  "住房面积 / 家庭人口",
  "耕地面积 / 0",
  "住房面积 - 耕地面积",
);
const money = fc.constantFrom(
  "纯收入",
  "扶贫标准",
  "扶贫标准 * 1.5",
  "纯收入 - 扶贫标准",
  "扶贫标准 * 2",
  "人均纯收入",
  "least(纯收入, 扶贫标准)",
  "纯收入 / 家庭人口",
  "abs(纯收入)",
  "coalesce(扶贫标准, 0)",
  "人均纯收入 * 2",
);
const moneyFact = fc.constantFrom("纯收入", "扶贫标准", "人均纯收入");
const amount = fc.constantFrom("2995", "2995.00", "0.01", "-5", "40000");
const operator = fc.constantFrom("=", "<>", "<", "<=", ">", ">=", "!=");
const equality = fc.constantFrom("=", "<>");
const negation = fc.constantFrom("", "not ");

const leaf: fc.Arbitrary<string> = fc.oneof(
  fc
    .tuple(wholeNumber, operator, fc.oneof(wholeNumber, decimal))
    .filter(([left]) => !/^-?\d/.test(left))
    .map((parts) => parts.join(" ")),
  fc
    .tuple(decimal, operator, fc.oneof(wholeNumber, decimal))
    .filter(([left]) => !/^\d/.test(left))
    .map((parts) => parts.join(" ")),
  fc.tuple(money, operator, money).map((parts) => parts.join(" ")),
  fc.tuple(moneyFact, operator, amount).map((parts) => parts.join(" ")),
  fc
    .tuple(moneyFact, negation, amount, amount)
    .map(([fact, not, low, high]) => `${fact} ${not}between ${low} and ${high}`),
  fc
    .tuple(wholeNumber, negation)
    .filter(([left]) => !/^-?\d/.test(left))
    .map(([left, not]) => `${left} ${not}in (1, 2, 4)`),
  fc
    .tuple(negation, fc.subarray(["未脱贫", "脱贫", "已脱贫", "返贫"], { minLength: 1 }))
    .map(([not, labels]) => `脱贫属性 ${not}in (${labels.map((label) => `'${label}'`).join(", ")})`),
  fc
    .tuple(equality, fc.constantFrom("A级", "B级", "D级"))
    .map(([sign, label]) => `住房等级 ${sign} '${label}'`),
  fc
    .tuple(fc.constantFrom("contains", "overlaps"), fc.subarray(["因病", "因学", "因残"], { minLength: 1 }))
    .map(([word, labels]) => `致贫风险 ${word} (${labels.map((label) => `'${label}'`).join(", ")})`),
  fc
    .tuple(operator, fc.constantFrom("2016-01-01", "2020-02-29"))
    .map(([sign, day]) => `登记日期 ${sign} date '${day}'`),
  fc
    .tuple(operator, fc.constantFrom("2018-12", "2021-04"))
    .map(([sign, month]) => `识别年月 ${sign} month '${month}'`),
  fc
    .tuple(equality, fc.constantFrom("''", "'it''s'", "'back\\slash'"))
    .map(([sign, text]) => `备注 ${sign} ${text}`),
  fc
    .tuple(
      fc.constantFrom(
        "人均纯收入",
        "致贫风险",
        "危房户",
        "登记日期",
        "耕地面积 / 家庭人口",
        "least(纯收入, 扶贫标准)",
      ),
      negation,
    )
    .map(([value, not]) => `${value} is ${not}null`),
  fc
    .tuple(
      fc.constantFrom("危房户", "饮水安全"),
      fc.constantFrom("is true", "is not true", "is false", "= true", "<> false"),
    )
    .map((parts) => parts.join(" ")),
  fc.constantFrom("危房户", "饮水安全", "危房户 = 饮水安全", "greatest(家庭人口, 学龄儿童数) > 2.5"),
);

export const conditionText: fc.Arbitrary<string> = fc.letrec<{ condition: string }>((tie) => ({
  condition: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    leaf,
    fc
      .tuple(tie("condition"), fc.constantFrom("and", "or"), tie("condition"))
      .map(([left, word, right]) => `(${left}) ${word} (${right})`),
    tie("condition").map((inner) => `not (${inner})`),
    tie("condition").map((inner) => `(${inner}) is not true`),
  ),
})).condition;
