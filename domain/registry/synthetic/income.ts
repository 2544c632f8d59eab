/** The income of a year in whole 元, item by item as an income ledger has it. */
import type { SyntheticPerson } from "./person.ts";
import type { Chance } from "./random.ts";

export interface SyntheticIncome {
  wage: number;
  production: number;
  productionCost: number;
  familyPlanning: number;
  minimumLiving: number;
  destituteSupport: number;
  pension: number;
  ecology: number;
  festivalAid: number;
  disabledAid: number;
  schoolAid: number;
  industryAid: number;
  dividend: number;
  rent: number;
}

export function drawIncome(
  chance: Chance,
  members: readonly SyntheticPerson[],
  attribute: string,
  exitStatus: string,
): SyntheticIncome {
  const share = exitStatus === "已脱贫" || exitStatus === "预脱贫" ? 1 : 0.45;
  const part = (probability: number, low: number, high: number): number =>
    chance.happens(probability) ? chance.between(low, high) : 0;
  const months = members.reduce((sum, { workMonths }) => sum + (workMonths ?? 0), 0);
  const production = Math.round(part(0.75, 800, 4_500) * members.length * share);
  const elders = members.filter(({ age }) => age >= 60).length;
  const pupils = members.filter(({ school }) => school !== "非在校生").length;
  const disabled = members.filter(({ health }) => health === "残疾").length;
  return steadied(chance, members.length, exitStatus, {
    wage: Math.round(months * chance.between(1_100, 2_400) * share),
    production,
    productionCost: Math.round(production * (0.15 + chance.next() * 0.25)),
    familyPlanning: part(0.04, 960, 1_920),
    minimumLiving: attribute === "低保贫困户" ? members.length * chance.between(1_500, 2_200) : 0,
    destituteSupport: attribute === "特困供养贫困户" ? 4_500 : 0,
    pension: elders * 1_236,
    ecology: part(0.15, 60, 600),
    festivalAid: part(0.5, 200, 500),
    disabledAid: disabled * 720,
    schoolAid: pupils * part(0.6, 500, 1_250),
    industryAid: part(0.35, 600, 3_000),
    dividend: part(0.3, 300, 1_500),
    rent: part(0.25, 200, 2_400),
  });
}

/** Who was lifted earns more than the line of any year up to 2020, but for a few: industry makes up the difference. */
function steadied(
  chance: Chance,
  persons: number,
  exitStatus: string,
  income: SyntheticIncome,
): SyntheticIncome {
  const wanted = chance.between(4_100, 6_500) * persons;
  const missing = wanted - (grossOf(income) - income.productionCost);
  const isSteady = exitStatus === "已脱贫" && chance.happens(0.97);
  return isSteady && missing > 0 ? { ...income, industryAid: income.industryAid + missing } : income;
}

export function transferItemsOf(income: SyntheticIncome): number {
  return income.festivalAid + income.disabledAid + income.schoolAid + income.industryAid;
}

export function transferOf(income: SyntheticIncome): number {
  const { familyPlanning, minimumLiving, destituteSupport, pension, ecology } = income;
  return familyPlanning + minimumLiving + destituteSupport + pension + ecology + transferItemsOf(income);
}

export function grossOf(income: SyntheticIncome): number {
  return income.wage + income.production + transferOf(income) + income.dividend + income.rent;
}

/** 元 with two decimals, as the national system prints it. */
export function perHeadOf(income: SyntheticIncome, persons: number): number {
  return Math.round(((grossOf(income) - income.productionCost) * 100) / persons) / 100;
}
