/** Random conditions of every type and null-heavy rows over the test catalogue, for the differential test. */
import fc from "fast-check";
import type { Facts } from "./value.ts";

const orNull = <T>(values: fc.Arbitrary<T>) => fc.option(values, { freq: 2 });

const anyDecimal = fc.oneof(
  fc.integer({ min: -40, max: 800 }).map((quarter) => quarter / 4),
  fc.constantFrom(0, 0.1, 0.2, 0.3, 12.34, 0.000001, -999_999_999_999.5),
);
const anyMoney = fc.oneof(
  fc.integer({ min: -50_000, max: 4_000_000 }),
  fc.constantFrom(0, 299_500, 599_000, 898_500, 2 ** 32, Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER),
);

export const factRow: fc.Arbitrary<Facts> = fc.record({
  "household.persons": orNull(
    fc.oneof(
      { weight: 9, arbitrary: fc.integer({ min: -1, max: 9 }) },
      fc.constantFrom(2147483647, -2147483647),
    ),
  ),
  "household.children": orNull(fc.integer({ min: 0, max: 4 })),
  "household.net_income": orNull(anyMoney),
  "household.line": orNull(fc.oneof(fc.constantFrom(0, 299_500, 400_000, 1), anyMoney)),
  "household.house_area": orNull(anyDecimal),
  "household.farmland": orNull(anyDecimal),
  "household.dangerous_house": orNull(fc.boolean()),
  "household.water_safe": orNull(fc.boolean()),
  "household.exit_status": orNull(fc.constantFrom("0", "1", "2", "3")),
  "household.former_status": orNull(fc.constantFrom("0", "1")),
  "household.house_grade": orNull(fc.constantFrom("02", "03", "04", "05")),
  "household.risks": orNull(fc.subarray(["01", "02", "03"])),
  "household.born": orNull(fc.constantFrom("2015-12-31", "2016-01-01", "2018-02-28", "2020-02-29")),
  "household.identified": orNull(fc.constantFrom(201601, 201812, 202104)),
  "household.remark": orNull(fc.constantFrom("", "因病", "it's", "back\\slash")),
});

const comparison = fc.constantFrom("=", "<>", "<", "<=", ">", ">=", "!=", "＞", "≤");
const equality = fc.constantFrom("=", "<>");
const negation = fc.constantFrom("", "not ");
const texts = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map((words) => words.join(" "));
const labels = fc.subarray(["因病", "因学", "因残"], { minLength: 1 });
const listed = (words: readonly string[]) => `(${words.map((word) => `'${word}'`).join(", ")})`;

interface Numbers {
  whole: string;
  decimal: string;
  money: string;
}

const choice = fc.constantFrom("least", "greatest", "coalesce");
const chosen = (a: fc.Arbitrary<string>, b: fc.Arbitrary<string>) =>
  fc.tuple(choice, a, b).map(([name, first, second]) => `${name}(${first}, ${second})`);
const bracketed = (...parts: fc.Arbitrary<string>[]) => texts(...parts).map((text) => `(${text})`);
const small = { depthSize: "xsmall" } as const;

const numbers: fc.LetrecTypedBuilder<Numbers> = (tie) => ({
  whole: fc.oneof(
    small,
    fc.constantFrom("家庭人口", "学龄儿童数", "count(致贫风险)", "家庭人口", "3"),
    bracketed(tie("whole"), fc.constantFrom("+", "-", "*"), tie("whole")),
    chosen(tie("whole"), tie("whole")),
    tie("whole").map((inner) => `abs(- ${inner})`),
  ),
  decimal: fc.oneof(
    small,
    fc.constantFrom("住房面积", "耕地面积", "12.5", "0.1", "住房面积 / 家庭人口", "耕地面积 / 0"),
    bracketed(tie("decimal"), fc.constantFrom("+", "-", "*", "/"), fc.oneof(tie("decimal"), tie("whole"))),
    bracketed(tie("money"), fc.constant("/"), tie("money")),
    chosen(tie("decimal"), fc.oneof(tie("decimal"), tie("whole"))),
    tie("decimal").map((inner) => `abs(- ${inner})`),
  ),
  money: fc.oneof(
    small,
    fc.constantFrom("纯收入", "扶贫标准", "人均纯收入", "人均纯收入"),
    bracketed(
      tie("money"),
      fc.constantFrom("+", "-"),
      fc.oneof(tie("money"), fc.constantFrom("100", "0.01")),
    ),
    bracketed(tie("money"), fc.constant("*"), tie("whole")),
    bracketed(fc.constantFrom("0.45", "1.5", "-0.1", "0.0"), fc.constant("*"), tie("money")),
    bracketed(tie("money"), fc.constant("/"), fc.oneof(tie("whole"), fc.constantFrom("12", "1.1"))),
    chosen(tie("money"), fc.oneof(tie("money"), fc.constant("2995"))),
    tie("money").map((inner) => `abs(- ${inner})`),
  ),
});
const { whole, decimal, money } = fc.letrec(numbers);

const numberLeaf = fc.oneof(
  texts(whole, comparison, fc.oneof(whole, decimal)),
  texts(decimal, comparison, fc.oneof(whole, decimal)),
  texts(money, comparison, fc.oneof(money, fc.constantFrom("2995", "-5", "40000.00"))),
  fc.tuple(money, negation, money).map(([value, not, high]) => `${value} ${not}between 0 and ${high}`),
  fc.tuple(whole, negation, whole).map(([value, not, item]) => `${value} ${not}in (1, 2.5, ${item})`),
  fc.tuple(money, negation, money).map(([value, not, item]) => `${value} ${not}in (2995, ${item})`),
  fc.tuple(fc.oneof(whole, decimal, money), negation).map(([value, not]) => `${value} is ${not}null`),
);

/** Conditions on texts, codes, dates, months and truths. */
const plainLeaf: fc.Arbitrary<string> = fc.oneof(
  fc
    .tuple(negation, fc.subarray(["未脱贫", "脱贫", "已脱贫", "返贫"], { minLength: 1 }))
    .map(([not, words]) => `脱贫属性 ${not}in ${listed(words)}`),
  fc.constantFrom(
    "脱贫属性 <> 原脱贫属性",
    "脱贫属性 in ('返贫', 原脱贫属性)",
    "coalesce(原脱贫属性, '返贫') = 脱贫属性",
  ),
  texts(fc.constant("住房等级"), equality, fc.constantFrom("'A级'", "'D级'")),
  fc
    .tuple(fc.constantFrom("contains", "overlaps"), labels)
    .map(([word, words]) => `致贫风险 ${word} ${listed(words)}`),
  texts(
    fc.constant("登记日期"),
    comparison,
    fc.constantFrom("date '2016-01-01'", "coalesce(登记日期, date '2020-02-29')"),
  ),
  fc.constantFrom(
    "登记日期 between date '2016-01-01' and date '2018-12-31'",
    "登记日期 not in (date '2016-01-01')",
  ),
  texts(fc.constant("识别年月"), comparison, fc.constantFrom("month '2018-12'", "month '2021-04'")),
  texts(
    fc.constant("备注"),
    equality,
    fc.constantFrom("''", "'it''s'", "'back\\slash'", "coalesce(备注, '因病')"),
  ),
  texts(
    fc.constantFrom("致贫风险", "危房户", "登记日期", "识别年月", "备注"),
    fc.constantFrom("is null", "is not null"),
  ),
  texts(
    fc.constantFrom("危房户", "饮水安全"),
    fc.constantFrom("", "is true", "is not false", "= true", "<> false"),
  ),
  fc.constantFrom(
    "危房户 = 饮水安全",
    "coalesce(危房户, 饮水安全)",
    "coalesce(危房户, false) <> (家庭人口 > 3)",
  ),
);

export const conditionText: fc.Arbitrary<string> = fc.letrec<{ condition: string }>((tie) => ({
  condition: fc.oneof(
    { depthSize: "small" },
    fc.oneof(numberLeaf, plainLeaf),
    fc
      .tuple(tie("condition"), fc.constantFrom("and", "or", "=", "<>"), tie("condition"))
      .map(([left, word, right]) => `(${left}) ${word} (${right})`),
    tie("condition").map((inner) => `not (${inner})`),
    fc
      .tuple(tie("condition"), fc.constantFrom("is not true", "is false", "is null"))
      .map(([inner, test]) => `(${inner}) ${test}`),
  ),
})).condition;
