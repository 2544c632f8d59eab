/** Families whose ages, sexes and relations fit together; about 3.5 persons a household. */
import { checkCharacterOf } from "../reading/identity.ts";
import { drawDottedName, drawGivenName, drawSurname, type Sex } from "./names.ts";
import type { SyntheticNumbers } from "./numbers.ts";
import type { Chance } from "./random.ts";

export interface FamilyMember {
  name: string;
  sex: Sex;
  /** In the year of the book. */
  age: number;
  idNumber: string;
  /** Label of the list relation. */
  relation: string;
}

interface Role {
  relation: string;
  sex: Sex;
  age: number;
  /** Children bear the name of the father, spouses and daughters-in-law their own. */
  ownSurname: boolean;
}

export const largestFamily = 8;
const sequencesOfARegion = 499;

/** `index` is the household's place in the register: it makes the id numbers unique. */
export function drawFamily(
  chance: Chance,
  numbers: SyntheticNumbers,
  index: number,
  year: number,
): FamilyMember[] {
  const surname = drawSurname(chance);
  const dotted = chance.happens(0.006);
  return drawRoles(chance).map(({ relation, sex, age, ownSurname }, place) => {
    const family = ownSurname ? drawSurname(chance) : surname;
    const name = dotted ? drawDottedName(chance, sex) : family + drawGivenName(chance, sex);
    return {
      name,
      sex,
      age,
      relation,
      idNumber: drawIdNumber(chance, numbers, index * largestFamily + place, year - age, sex),
    };
  });
}

function drawIdNumber(
  chance: Chance,
  numbers: SyntheticNumbers,
  person: number,
  birthYear: number,
  sex: Sex,
): string {
  const region = numbers.region(Math.floor(person / sequencesOfARegion));
  const sequence = (person % sequencesOfARegion) * 2 + (sex === "男" ? 1 : 2);
  const month = String(chance.between(1, 12)).padStart(2, "0");
  const day = String(chance.between(1, 28)).padStart(2, "0");
  const first17 = `${region}${birthYear}${month}${day}${String(sequence).padStart(3, "0")}`;
  return first17 + checkCharacterOf(first17);
}

function drawRoles(chance: Chance): Role[] {
  const draw = chance.weighted<(chance: Chance) => Role[]>([
    [drawAlone, 11],
    [drawCouple, 14],
    [drawNuclear, 35],
    [drawThreeGenerations, 29],
    [drawOldHead, 4],
    [drawOneParent, 7],
  ]);
  return draw(chance).slice(0, largestFamily);
}

function head(sex: Sex, age: number): Role {
  return { relation: "户主", sex, age, ownSurname: false };
}

function spouseOf({ sex, age }: Role, chance: Chance): Role {
  const years = chance.between(-2, 5);
  const other: Sex = sex === "男" ? "女" : "男";
  return {
    relation: "配偶",
    sex: other,
    age: Math.max(20, age - (sex === "男" ? years : -years)),
    ownSurname: true,
  };
}

function childrenOf(parentAge: number, count: number, chance: Chance): Role[] {
  return Array.from({ length: count }, () => {
    const sex: Sex = chance.happens(0.53) ? "男" : "女";
    const age = Math.max(0, Math.min(30, parentAge - chance.between(22, 36)));
    return { relation: sex === "男" ? "之子" : "之女", sex, age, ownSurname: false };
  });
}

function drawAlone(chance: Chance): Role[] {
  return [head(chance.happens(0.75) ? "男" : "女", chance.between(52, 88))];
}

function drawCouple(chance: Chance): Role[] {
  const first = head("男", chance.between(58, 82));
  return [first, spouseOf(first, chance)];
}

function drawNuclear(chance: Chance): Role[] {
  const first = head(chance.happens(0.9) ? "男" : "女", chance.between(26, 55));
  const spouse = spouseOf(first, chance);
  const count = chance.weighted([
    [1, 35],
    [2, 45],
    [3, 20],
  ]);
  return [first, spouse, ...childrenOf(Math.min(first.age, spouse.age), count, chance)];
}

function drawThreeGenerations(chance: Chance): Role[] {
  const family = drawNuclear(chance);
  const headAge = family[0]?.age ?? 40;
  const mother: Role = {
    relation: "之母",
    sex: "女",
    age: Math.min(96, headAge + chance.between(20, 32)),
    ownSurname: true,
  };
  const father: Role = {
    relation: "之父",
    sex: "男",
    age: Math.min(97, mother.age + chance.between(0, 4)),
    ownSurname: false,
  };
  return [...family, ...(chance.happens(0.6) ? [mother] : [father, mother])];
}

function drawOldHead(chance: Chance): Role[] {
  const first = head("男", chance.between(60, 76));
  const son: Role = {
    relation: "之子",
    sex: "男",
    age: first.age - chance.between(24, 32),
    ownSurname: false,
  };
  const wife: Role = {
    relation: "之儿媳",
    sex: "女",
    age: Math.max(22, son.age - chance.between(-2, 4)),
    ownSurname: true,
  };
  const grandchildren = childrenOf(Math.min(son.age, wife.age), chance.between(1, 2), chance).map(
    (child) => ({
      ...child,
      relation: child.sex === "男" ? "之孙子" : "之孙女",
    }),
  );
  return [first, spouseOf(first, chance), son, wife, ...grandchildren];
}

function drawOneParent(chance: Chance): Role[] {
  const first = head(chance.happens(0.55) ? "男" : "女", chance.between(30, 56));
  return [first, ...childrenOf(first.age, chance.between(1, 2), chance)];
}
