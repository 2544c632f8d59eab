/** A household of the synthetic register: family, status, living conditions, income and helper, fitting together. */
import { drawFamily } from "./family.ts";
import { drawIncome, type SyntheticIncome } from "./income.ts";
import { drawLiving, type SyntheticLiving } from "./living.ts";
import { drawGivenName, drawSurname } from "./names.ts";
import { type SyntheticNumbers, numbersOf } from "./numbers.ts";
import { type Cause, describePerson, type SyntheticPerson } from "./person.ts";
import { type Chance, chanceOf } from "./random.ts";

/** A village of the division tree; names as files write them. */
export interface SyntheticVillage {
  /** 12 digits */
  code: string;
  name: string;
  township: string;
  county: string;
}

export interface SyntheticPlan {
  households: number;
  seed: number;
  year: number;
  villages: readonly SyntheticVillage[];
}

export interface SyntheticHousehold {
  registerNo: string;
  village: SyntheticVillage;
  hamlet: string;
  members: SyntheticPerson[];
  attribute: string;
  exitStatus: string;
  exitYear: number | null;
  mainCause: Cause;
  otherCause: Cause | null;
  living: SyntheticLiving;
  unasked: Unasked | null;
  guarantees: {
    food: string;
    clothing: string;
    education: string;
    medical: string;
    housing: string;
    water: string;
  };
  income: SyntheticIncome;
  phone: string;
  helper: { name: string; unit: string; phone: string };
}

/** What nobody asked the household yet: its cells are empty, and the criteria that need them are unknown. */
export type Unasked = "income" | "food" | "clothing" | "school" | "insurance" | "house" | "water";

const householdStream = 1;
const helperStream = 2;
const householdsOfAHelper = 6;

/** The household at a place of the register; the same for the same plan, whatever was drawn before. */
export function householdAt(plan: SyntheticPlan, index: number): SyntheticHousehold {
  const chance = chanceOf(plan.seed, householdStream, index);
  const { village, villageIndex, indexInVillage } = villageOf(plan, index);
  const numbers = numbersOf(plan.seed);
  const family = drawFamily(chance, numbers, index, plan.year);
  const mainCause = drawCause(chance);
  const carrier = chance.between(0, family.length - 1);
  const members = family.map((member, place) =>
    describePerson(chance, member, { cause: mainCause, isCarrier: place === carrier }),
  );
  const attribute = drawAttribute(chance, members);
  const status = drawStatus(chance, plan.year);
  const living = drawLiving(chance, status.exitStatus, members.length);
  return {
    registerNo: numbers.registerNo(village.code.slice(0, 6), index),
    village,
    hamlet: `${chance.between(1, 12)}组`,
    members,
    attribute,
    ...status,
    mainCause,
    otherCause: drawOtherCause(chance, mainCause),
    living,
    unasked: drawUnasked(chance),
    guarantees: guaranteesOf(chance, members, living),
    income: drawIncome(chance, members, attribute, status.exitStatus),
    phone: numbers.phone(index),
    helper: helperOf(plan, numbers, village, villageIndex, Math.floor(indexInVillage / householdsOfAHelper)),
  };
}

function villageOf(
  { households, villages }: SyntheticPlan,
  index: number,
): { village: SyntheticVillage; villageIndex: number; indexInVillage: number } {
  const villageIndex = Math.floor((index * villages.length) / households);
  const village = villages[villageIndex];
  if (!village) throw new Error("A synthetic register needs at least one village");
  return {
    village,
    villageIndex,
    indexInVillage: index - Math.ceil((villageIndex * households) / villages.length),
  };
}

function drawCause(chance: Chance): Cause {
  return chance.weighted<Cause>([
    ["因病", 40],
    ["因残", 18],
    ["因学", 9],
    ["缺技术", 13],
    ["缺劳力", 10],
    ["缺资金", 6],
    ["自身发展动力不足", 3],
    ["因灾", 1],
  ]);
}

function drawOtherCause(chance: Chance, mainCause: Cause): Cause | null {
  if (!chance.happens(0.3)) return null;
  const other = drawCause(chance);
  return other === mainCause ? null : other;
}

const able: ReadonlySet<string> = new Set(["普通劳动力", "技能劳动力", "弱劳动力或半劳动力"]);

function drawAttribute(chance: Chance, members: readonly SyntheticPerson[]): string {
  const [first, ...others] = members;
  if (first && first.age >= 60 && others.length === 0 && chance.happens(0.7)) return "特困供养贫困户";
  const isAble = members.some(({ labour }) => able.has(labour));
  return chance.happens(isAble ? 0.28 : 0.9) ? "低保贫困户" : "一般贫困户";
}

function drawStatus(chance: Chance, year: number): Pick<SyntheticHousehold, "exitStatus" | "exitYear"> {
  const exitStatus = chance.weighted([
    ["已脱贫", 72],
    ["未脱贫", 14],
    ["预脱贫", 13],
    ["返贫", 1],
  ]);
  return {
    exitStatus,
    exitYear: exitStatus === "已脱贫" ? chance.between(Math.min(2014, year), year) : null,
  };
}

function drawUnasked(chance: Chance): Unasked | null {
  if (!chance.happens(0.06)) return null;
  return chance.pick(["income", "food", "clothing", "school", "insurance", "house", "water"]);
}

function guaranteesOf(
  chance: Chance,
  members: readonly SyntheticPerson[],
  living: SyntheticLiving,
): SyntheticHousehold["guarantees"] {
  const answer = (met: boolean): string => (met ? "是" : "否");
  const pupils = members.filter(({ age }) => age >= 6 && age <= 15);
  return {
    food: answer(chance.happens(0.997)),
    clothing: answer(chance.happens(0.998)),
    education: pupils.length === 0 ? "不适用" : answer(pupils.every(({ school }) => school !== "非在校生")),
    medical: answer(members.every(({ medicalInsurance }) => medicalInsurance)),
    housing: answer(!living.isDangerous && living.houseGrade !== "需鉴定但未鉴定"),
    water: answer(living.waterSafe),
  };
}

const unitNames = [
  "农业农村局",
  "财政局",
  "教育局",
  "卫生健康委",
  "水利局",
  "民政局",
  "住建局",
  "交通运输局",
  "税务局",
] as const;

/** A helper has a phone number of his own. */
function helperOf(
  plan: SyntheticPlan,
  numbers: SyntheticNumbers,
  village: SyntheticVillage,
  villageIndex: number,
  place: number,
): SyntheticHousehold["helper"] {
  const chance = chanceOf(plan.seed, helperStream, villageIndex, place);
  const sex = chance.happens(0.65) ? "男" : "女";
  const helpersOfAVillage = Math.ceil(
    Math.ceil(plan.households / plan.villages.length) / householdsOfAHelper,
  );
  return {
    name: drawSurname(chance) + drawGivenName(chance, sex),
    unit: chance.happens(0.4) ? `${village.township}人民政府` : `${village.county}${chance.pick(unitNames)}`,
    phone: numbers.helperPhone(villageIndex * helpersOfAVillage + place),
  };
}
