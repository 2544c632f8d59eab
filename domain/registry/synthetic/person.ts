/** What the register says about a person, in the words of the code lists, fitting to age and health. */
import type { FamilyMember } from "./family.ts";
import type { Chance } from "./random.ts";

export interface SyntheticPerson extends FamilyMember {
  ethnicity: string;
  education: string | null;
  school: string;
  health: string;
  labour: string;
  workPlace: string | null;
  workMonths: number | null;
  medicalInsurance: boolean;
  pensionInsurance: boolean | null;
}

export type Cause = "因病" | "因残" | "因学" | "缺技术" | "缺劳力" | "缺资金" | "自身发展动力不足" | "因灾";

/** `cause` of the household: somebody in it is ill or disabled when it says so. */
export function describePerson(
  chance: Chance,
  member: FamilyMember,
  household: { cause: Cause; isCarrier: boolean },
): SyntheticPerson {
  const school = drawSchool(chance, member.age);
  const health = drawHealth(chance, member.age, household);
  const labour = drawLabour(chance, member.age, health, school);
  const works = (labour === "普通劳动力" || labour === "技能劳动力") && chance.happens(0.55);
  return {
    ...member,
    ethnicity: member.name.includes("·")
      ? "维吾尔族"
      : chance.weighted([
          ["汉族", 970],
          ["回族", 24],
          ["满族", 4],
          ["蒙古族", 2],
        ]),
    education: drawEducation(chance, member.age, school),
    school,
    health,
    labour,
    workPlace: works ? drawWorkPlace(chance) : null,
    workMonths: works ? chance.between(3, 12) : null,
    medicalInsurance: chance.happens(0.993),
    pensionInsurance: member.age < 16 ? null : chance.happens(0.95),
  };
}

const gradeNames = ["七年级", "八年级", "九年级", "高中一年级", "高中二年级", "高中三年级"];
const vocationalNames = ["中职一年级", "中职二年级", "中职三年级"];

function drawSchool(chance: Chance, age: number): string {
  if (age < 3 || age > 21) return "非在校生";
  if (age < 6) return chance.happens(0.8) ? "学前教育" : "非在校生";
  if (age > 17) return chance.happens(0.25) ? "大专及以上" : "非在校生";
  if (chance.happens(age > 15 ? 0.12 : 0.006)) return "非在校生";
  if (age < 12) return "小学";
  const names = age >= 15 && chance.happens(0.35) ? vocationalNames : gradeNames;
  return names[age - (names === gradeNames ? 12 : 15)] ?? "非在校生";
}

function drawEducation(chance: Chance, age: number, school: string): string | null {
  if (age < 6) return "学龄前儿童";
  if (school !== "非在校生") return null;
  if (age < 16) return "小学";
  if (age > 60)
    return chance.weighted([
      ["文盲或半文盲", 40],
      ["小学", 48],
      ["初中", 12],
    ]);
  if (age < 26)
    return chance.weighted([
      ["小学", 4],
      ["初中", 58],
      ["高中", 28],
      ["大专及以上", 10],
    ]);
  return chance.weighted([
    ["文盲或半文盲", 4],
    ["小学", 28],
    ["初中", 54],
    ["高中", 10],
    ["大专及以上", 4],
  ]);
}

function drawHealth(chance: Chance, age: number, household: { cause: Cause; isCarrier: boolean }): string {
  if (household.isCarrier && household.cause === "因残") return "残疾";
  if (household.isCarrier && household.cause === "因病")
    return chance.happens(0.6) ? "长期慢性病" : "患有大病";
  if (chance.happens(age > 60 ? 0.3 : 0.04)) return "长期慢性病";
  return chance.weighted([
    ["健康", 960],
    ["残疾", 25],
    ["患有大病", 15],
  ]);
}

function drawLabour(chance: Chance, age: number, health: string, school: string): string {
  if (age < 16 || age >= 70 || (age < 22 && school !== "非在校生")) return "无劳动力";
  if (health === "残疾" || health === "患有大病")
    return chance.weighted([
      ["丧失劳动力", 45],
      ["弱劳动力或半劳动力", 45],
      ["普通劳动力", 10],
    ]);
  if (age >= 60)
    return chance.weighted([
      ["弱劳动力或半劳动力", 50],
      ["无劳动力", 50],
    ]);
  if (health === "长期慢性病")
    return chance.weighted([
      ["丧失劳动力", 12],
      ["弱劳动力或半劳动力", 68],
      ["普通劳动力", 20],
    ]);
  return chance.weighted([
    ["普通劳动力", 86],
    ["技能劳动力", 8],
    ["弱劳动力或半劳动力", 6],
  ]);
}

function drawWorkPlace(chance: Chance): string {
  return chance.weighted([
    ["乡(镇)内务工", 35],
    ["乡(镇)外县内务工", 25],
    ["县外省内务工", 15],
    ["省外务工", 25],
  ]);
}
