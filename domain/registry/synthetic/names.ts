/** Names that nobody in particular bears: common ones, rare characters, and names with a middle dot. */
import { characters, rareSurnames, surnames } from "../surnames.ts";
import type { Chance } from "./random.ts";

export type Sex = "男" | "女";

const maleGiven = characters("伟强磊军勇杰涛明超亮平刚辉鹏飞波斌宇浩凯健俊帆振国建民志文永福德才守义");
const femaleGiven = characters("芳娜敏静丽艳娟霞燕秀英玲桂兰梅红雪婷倩颖慧琳莹洁玉珍凤莲荣爱香月云素");
const rareGiven = ["㛃", "䶮", "𬭎", "翀", "犇", "堃", "芃", "昇"] as const;
const dottedNames = {
  男: ["买买提·吐尔逊", "阿卜杜热合曼·买买提", "才让·扎西", "巴特尔·孟和"],
  女: ["阿依古丽·买买提", "古丽娜尔·阿卜杜克里木", "央金·卓玛", "其其格·乌云"],
} as const satisfies Record<Sex, readonly [string, ...string[]]>;

export function drawSurname(chance: Chance): string {
  return chance.happens(0.01) ? chance.pick(rareSurnames) : chance.pick(surnames);
}

export function drawGivenName(chance: Chance, sex: Sex): string {
  const given = sex === "男" ? maleGiven : femaleGiven;
  if (chance.happens(0.005)) return chance.pick(rareGiven);
  const first = chance.pick(given);
  return chance.happens(0.75) ? first + chance.pick(given) : first;
}

export function drawDottedName(chance: Chance, sex: Sex): string {
  return chance.pick(dottedNames[sex]);
}
