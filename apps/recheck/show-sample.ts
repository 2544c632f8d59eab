/** The draw as it comes out again: plan, steps of the seed, villages and households with their probabilities. */
import { percentOfShare } from "../../engines/figure/percent.ts";
import type { Words } from "../../engines/survey/interval/interval-words.ts";
import { type Child, element, exact, folded, said, table } from "./element.ts";
import { mark } from "./show-lines.ts";
import type { Evidence, HouseholdRow, UnitRow } from "./report.ts";
import { methodWords } from "./words.ts";

export function planElements({ county, method, strata }: Evidence): HTMLElement[] {
  const total = strata.reduce((sum, one) => sum + one.units, 0);
  return [
    element(
      "p",
      { class: "fact" },
      said({
        zh: `县 ${county}，名单${total}个单位，${strata.length}层；方法：${methodWords[method]?.zh ?? method}。`,
        en: `County ${county}, ${total} units in ${strata.length} strata; method: ${methodWords[method]?.en ?? method}.`,
      }),
    ),
    table(
      { zh: "各层", en: "Strata" },
      [
        { zh: "层", en: "stratum" },
        { zh: "单位", en: "units" },
        { zh: "规模合计", en: "total size" },
        { zh: "抽中", en: "drawn" },
      ],
      strata.map(({ stratum, units, size, drawn }) => [
        exact(stratum),
        String(units),
        String(size),
        String(drawn),
      ]),
    ),
  ];
}

export function chanceElements({ seed, shares }: Evidence): HTMLElement[] {
  return [
    element(
      "ol",
      { class: "steps" },
      seed.map(({ zh, en, formula, hashed, value }) =>
        element(
          "li",
          {},
          element("p", {}, said({ zh, en })),
          element("p", { class: "formula" }, exact(formula)),
          element("p", { class: "value" }, "= ", exact(value)),
          hashed !== null &&
            folded({ zh: "被哈希的字节（十六进制）", en: "The bytes hashed, in hex" }, exact(hashed)),
        ),
      ),
    ),
    table(
      { zh: "密钥份额和承诺", en: "Shares and commitments" },
      [
        { zh: "保管单位", en: "holder" },
        { zh: "份额", en: "share" },
        { zh: "由份额重算的承诺", en: "commitment computed from the share" },
      ],
      shares.map(({ holder, share, commitment }) => [holder, exact(share), exact(commitment)]),
    ),
  ];
}

export function sampleElements({ sample, units, households, reserves }: Evidence): HTMLElement[] {
  const count = households?.length ?? 0;
  return [
    element("p", { class: "explanation" }, said(sample)),
    tableOfUnits(units),
    ...(households
      ? [
          folded(
            {
              zh: `抽中的${count}户，各自的概率和权数`,
              en: `The ${count} households drawn, with probability and weight`,
            },
            tableOfHouseholds(households),
          ),
        ]
      : []),
    element(
      "p",
      { class: "fact" },
      said({
        zh: `备选${reserves}个，次序也已重算。`,
        en: `${reserves} reserves, their order computed again.`,
      }),
    ),
  ];
}

function tableOfUnits(rows: readonly UnitRow[]): HTMLElement {
  const heads: Words[] = [
    { zh: "抽中的单位", en: "unit drawn" },
    { zh: "层", en: "stratum" },
    { zh: "规模", en: "size" },
    { zh: "概率", en: "probability" },
    { zh: "约", en: "about" },
    { zh: "与公布的", en: "as published" },
  ];
  return table(
    { zh: "抽中的村（或单位），每一行都是重算出来的", en: "The units drawn, each row computed again" },
    heads,
    rows.map(({ id, stratum, size, pi, chance, isSame }) => [
      exact(id),
      exact(stratum),
      String(size),
      pi === null ? "–" : exact(pi),
      chance === null ? "–" : percentOfShare(chance),
      sameness(isSame),
    ]),
  );
}

function tableOfHouseholds(rows: readonly HouseholdRow[]): HTMLElement {
  const heads: Words[] = [
    { zh: "户（编号）", en: "household (id)" },
    { zh: "村", en: "village" },
    { zh: "类别", en: "group" },
    { zh: "次序", en: "order" },
    { zh: "村内概率", en: "probability in the village" },
    { zh: "代表户数", en: "stands for" },
    { zh: "与公布的", en: "as published" },
  ];
  return table(
    { zh: "抽中的户", en: "Households drawn" },
    heads,
    rows.map(({ id, village, group, order, pi, weight, isSame }) => [
      exact(id),
      exact(village),
      exact(group),
      String(order),
      exact(pi),
      weight === null ? "–" : weight.toFixed(2),
      sameness(isSame),
    ]),
  );
}

export function sameness(isSame: boolean): Child {
  const outcome = isSame ? "holds" : "differs";
  const words = isSame ? { zh: "相同", en: "the same" } : { zh: "不同", en: "different" };
  return element("span", { class: `same ${outcome}` }, mark(outcome), said(words));
}
