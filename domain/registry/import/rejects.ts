/** Why the register does not take a row, or a value of it, that reading found good. Each sentence says what to do. */
import type { Reject, Remark } from "../reading.contract.ts";
import { mostMembers } from "../household-size.ts";
import { callPlace } from "../quote.ts";
import type { FoundPlace } from "./place-names.ts";
import type { Comparison } from "./plan.ts";

type Place = Pick<Reject, "sheet" | "row" | "registerNo" | "place">;
type LabelIn = Comparison["labelIn"];

function reject({ sheet, row, registerNo, place }: Place, column: string, zh: string, en: string): Reject {
  return { sheet, row, registerNo, column, reason: { zh, en }, ...(place && { place }) };
}

export function rejectPlace(
  at: Place,
  labelIn: LabelIn,
  found: Exclude<FoundPlace, { code: string }>,
): Reject {
  const level = {
    county: { zh: "县（市、区、旗）", en: "county" },
    township: { zh: "乡镇（街道）", en: "township" },
    village: { zh: "行政村（社区）", en: "village" },
  }[found.unknown];
  const column = labelIn(at.sheet, `place.${found.unknown}`);
  if (found.given === "") {
    return reject(at, column, `没有填写${level.zh}，请补填`, `The ${level.en} is empty: fill it in`);
  }
  const given = callPlace(found.given);
  const cell = { field: `place.${found.unknown}`, text: found.given };
  const near = found.nearest.map((name) => `“${name}”`).join("、");
  const told = reject(
    at,
    column,
    `在您负责的范围内没有找到${level.zh}：${given.zh}${near ? `；名称相近的有${near}` : "，请核对名称"}`,
    `There is no such ${level.en} in your area: ${given.en}${near ? `; similar: ${found.nearest.join(", ")}` : "; check the name"}`,
  );
  return { ...told, cell };
}

export function rejectOutside(at: Place, labelIn: LabelIn): Reject {
  const column = labelIn(at.sheet, "place.village");
  return reject(
    at,
    column,
    "这一户不在您负责的范围内，请由所属地区导入",
    "This household is outside your area: let its own place import it",
  );
}

export function rejectNumberTaken(at: Place, labelIn: LabelIn): Reject {
  return reject(
    at,
    labelIn(at.sheet, "household.register_no"),
    "户编号在本县您负责范围以外已被使用，请核对户编号或由县级导入",
    "The household number is in use elsewhere in the county: check it, or let the county import it",
  );
}

export function rejectNumberTwice(at: Place, labelIn: LabelIn): Reject {
  return reject(
    at,
    labelIn(at.sheet, "household.register_no"),
    "同一户编号在文件中出现在两个村，只取前一户，请核对",
    "The same household number stands in two villages of the file; only the first was taken",
  );
}

export function rejectUnknownHousehold(at: Place, labelIn: LabelIn, year: number): Reject {
  return reject(
    at,
    labelIn(at.sheet, "household.register_no"),
    `${year}年度台账里没有这一户；这种表只更新已在册的户，请先导入花名册`,
    `The books of ${year} have no such household; this kind of file only updates known ones: import the roster first`,
  );
}

export function rejectUnknownPerson(at: Place, labelIn: LabelIn): Reject {
  return reject(
    at,
    labelIn(at.sheet, "member.id_number"),
    "这一户的台账里没有这个人；这种表只更新已在册的人，请先导入花名册或核对证件号码",
    "This household has no such member; this kind of file only updates known ones: import the roster first or check the id number",
  );
}

/** Names the other county only. */
export function rejectDuplicate(at: Place, labelIn: LabelIn, countyName: string): Reject {
  return reject(
    at,
    labelIn(at.sheet, "member.id_number"),
    `这个证件号码已登记在“${countyName}”的另一户中，请核实此人属于哪一户`,
    `This id number is already registered with another household in ${countyName}: find out where the person belongs`,
  );
}

/** A person on the books of another household whom the file has in two places. */
export function rejectRepeated(
  at: Place,
  labelIn: LabelIn,
  again: { sheet: string; row: number },
  countyName: string,
): Reject {
  const elsewhere =
    again.sheet === at.sheet ? { zh: "", en: "" } : { zh: `“${again.sheet}”`, en: ` of “${again.sheet}”` };
  return reject(
    at,
    labelIn(at.sheet, "member.id_number"),
    `这个证件号码在${elsewhere.zh}第${again.row}行再次出现，并已登记在“${countyName}”的另一户中，请核实此人属于哪一户，只保留一行`,
    `This id number stands again in row ${again.row}${elsewhere.en} and is registered with another household in ${countyName}: find out where the person belongs and keep one row`,
  );
}

export function rejectHeadless(at: Place, labelIn: LabelIn): Reject {
  return reject(
    at,
    labelIn(at.sheet, "member_year.relation"),
    "户主的行没有被接受，这一户没有户主，整户未导入；请先更正户主的行",
    "The row of the head was rejected, so the household has no head and was not taken: correct that row first",
  );
}

export function rejectMemberless(at: Place, labelIn: LabelIn): Reject {
  return reject(
    at,
    labelIn(at.sheet, "household.register_no"),
    "这一户的成员行都被退回，整户未导入；请先更正这些行",
    "All member rows of this household were rejected, so it was not taken: correct those rows first",
  );
}

export function rejectTooLarge(at: Place, labelIn: LabelIn): Reject {
  return reject(
    at,
    labelIn(at.sheet, "household.register_no"),
    `连同台账中已有的成员，这一户将超过${mostMembers}人，整户未导入；请核对户编号，已不在户内的成员请先登记减少`,
    `With the members on the books this household would have more than ${mostMembers}, so it was not taken: check the household number, or record first who left`,
  );
}

export function rejectLocked(at: Place, labelIn: LabelIn, year: number): Reject {
  return reject(
    at,
    labelIn(at.sheet, "household.register_no"),
    `${year}年度台账已锁定，这一户的变动未导入；确需更正请按更正程序办理`,
    `The book of ${year} is locked, so the changes of this household were not taken: use the correction procedure`,
  );
}

export function remarkOutOfRange(at: Place, labelIn: LabelIn, field: string): Remark {
  return reject(
    at,
    labelIn(at.sheet, field),
    "数值超出可登记的范围，请核对",
    "The number is out of range: check it",
  );
}

export function remarkHelperPhone(at: Place, labelIn: LabelIn): Remark {
  return reject(
    at,
    labelIn(at.sheet, "helper.phone"),
    "这个手机号已登记在另一名帮扶责任人名下，未登记结对；请核对姓名和手机号",
    "This phone number belongs to another helper, so the pairing was not taken: check name and number",
  );
}

/** An empty cell ends no pairing: nobody knows since when it would be over. */
export function remarkHelperStays(at: Place, labelIn: LabelIn): Remark {
  return reject(
    at,
    labelIn(at.sheet, "helper.name"),
    "表中没有帮扶责任人，台账里有，结对保留不变；确已不再帮扶的，请填写现在的帮扶责任人",
    "The file names no helper, the register has one: it stays. If the help has ended, name who helps now",
  );
}
