/** Why a row or cell was not taken, in sentences that say how to mend it. Never repeats an id number, a phone or a name. */
import { mostMembers } from "../household-size.ts";
import { callCell } from "../quote.ts";
import type { Reject } from "../reading.contract.ts";

export type Reason = Reject["reason"];

export const reasons = {
  lostDigits: {
    zh: "号码存成了数值，末几位已被Excel四舍五入；请把该列设为文本格式，重新填写完整号码",
    en: "the number is stored as a numeric value and has lost its last digits; set the column to text and enter it again",
  },
  scientific: {
    zh: "号码变成了科学计数法（如4.21E+17），末几位已丢失；请把该列设为文本格式，重新填写完整号码",
    en: "the number was turned into scientific notation (like 4.21E+17) and has lost digits; set the column to text and enter it again",
  },
  formula: {
    zh: "单元格是公式且没有保存结果；请在Excel中打开重新保存，或改填数值",
    en: "the cell is a formula without a stored result; open and save it in Excel, or enter the value",
  },
  formulaError: {
    zh: "公式出错（如#REF!）；请改填正确的值",
    en: "the formula ended in an error (like #REF!); enter the right value",
  },
  registerNoMissing: { zh: "没有户编号；请补填", en: "the household number is missing; enter it" },
  registerNoOdd: {
    zh: "户编号只能由字母、数字和短横线组成；请改正",
    en: "a household number has only letters, digits and hyphens; correct it",
  },
  registerNoPersonal: {
    zh: "户编号一栏里像是姓名、电话或证件号码；请改填户编号",
    en: "a name, a phone number or an id number seems to stand where the household number belongs; enter the household number",
  },
  nameMissing: { zh: "没有姓名；请补填", en: "the name is missing; enter it" },
  nameOdd: { zh: "姓名里有数字或符号；请改正", en: "the name has digits or symbols; correct it" },
  idCharacters: {
    zh: "证件号码里有数字和X以外的字符；请核对证件后改正",
    en: "the id number has characters other than digits and X; check the card and correct it",
  },
  idDate: {
    zh: "证件号码里的出生日期不存在；请核对证件后改正",
    en: "the date of birth inside the id number does not exist; check the card and correct it",
  },
  idCheck: {
    zh: "证件号码校验位不对；请核对证件后改正",
    en: "the check digit of the id number is wrong; check the card and correct it",
  },
  idRounded: {
    zh: "证件号码校验位不对且末三位为0，很可能被Excel四舍五入；请把该列设为文本格式，重新填写完整号码",
    en: "the check digit is wrong and the number ends in 000, so it was probably rounded by Excel; set the column to text and enter it again",
  },
  disabilityCard: {
    zh: "残疾人证号第19位应为1至7（类别）、第20位应为1至4（等级）；请核对证件后改正",
    en: "a disability card has 1 to 7 (class) in place 19 and 1 to 4 (grade) in place 20; check the card",
  },
  secondHead: {
    zh: "一户只能有一个户主，前面已有户主；此人按其他成员保留，请改正与户主关系",
    en: "a household has one head and another row is it already; the person is kept as a member, correct the relation",
  },
  tooManyMembers: {
    zh: `同一户编号下超过${mostMembers}人，整户没有导入；请核对户编号`,
    en: `more than ${mostMembers} rows carry this household number, so it was not imported; check the numbers`,
  },
  noHead: {
    zh: "这一户没有“户主”，整户没有导入；请在户主一行的“与户主关系”填“户主”",
    en: "no row of this household is the head, so it was not imported; mark the head under 与户主关系",
  },
  otherVillage: {
    zh: "同一户编号出现在不同的村；请核对户编号",
    en: "the same household number stands in two villages; check the household number",
  },
  otherYear: {
    zh: "这一行的年度与全表不同；请把各年度分开导入",
    en: "this row is of another year than the table; import each year on its own",
  },
  notInRoster: {
    zh: "花名册里没有这个户编号；请核对户编号",
    en: "the roster has no such household number; check it",
  },
  inTwoLedgers: {
    zh: "这一户的收入已在另一张表里；请只保留一处",
    en: "the income of this household stands in another sheet already; keep one of them",
  },
  phone: {
    zh: "电话号码不对：应为11位手机号或带区号的座机号；请改正",
    en: "this is not a phone number: 11 digits, or a landline with its area code; correct it",
  },
  monthAmbiguous: {
    zh: "这个数值分不清是1月还是10月；请写成201801或201810这样的六位数",
    en: "this numeric value may mean January or October; write six digits like 201801 or 201810",
  },
  tooBig: { zh: "数值过大，不像真实数据；请核对", en: "the value is too large to be true; check it" },
  idLength: (length: number): Reason => ({
    zh: `证件号码有${length}位，应为18位（残疾人证20或22位）；请核对证件后改正`,
    en: `the id number has ${length} characters instead of 18 (20 or 22 for a disability card); check the card`,
  }),
  duplicateId: (where: { sheet: string; row: number }, sameSheet: boolean): Reason => ({
    zh: `证件号码与${sameSheet ? "" : `“${where.sheet}”`}第${where.row}行重复；请核对后保留一行`,
    en: `the id number is the same as in row ${where.row}${sameSheet ? "" : ` of "${where.sheet}"`}; keep one of them`,
  }),
  notA: (what: Reason, text: string): Reason => ({
    zh: `${callCell(text).zh}不是${what.zh}；请改正`,
    en: `${callCell(text).en} is not ${what.en}; correct it`,
  }),
  notInList: (title: Reason, text: string): Reason => ({
    zh: `${callCell(text).zh}不在“${title.zh}”的选项里；请填写选项的文字`,
    en: `${callCell(text).en} is not an option of ${title.en}; write the words of an option`,
  }),
  onlyOne: (title: Reason): Reason => ({
    zh: `“${title.zh}”只能填一项；请只保留一项`,
    en: `${title.en} takes one option only; keep one`,
  }),
} as const;
