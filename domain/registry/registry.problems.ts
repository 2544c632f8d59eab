/** What can go wrong about households and searching them. */
import { mapConstraints } from "../../platform/db/constraint-problems.ts";
import { defineProblems } from "../../platform/problem.ts";

export const registryProblems = defineProblems({
  "search.too-short": {
    status: 400,
    zh: "请至少输入两个字、两个拼音首字母或两位数字再查找。",
    en: "Type at least two characters, initials or digits to search.",
  },
  "household.not-found": {
    status: 404,
    zh: "在您负责的范围内没有这一户，请检查户编号或向县级数据管理员核实。",
    en: "There is no such household in your area: check the number, or ask the data officer of the county.",
  },
  "helper.not-found": {
    status: 404,
    zh: "这个县的登记簿里没有这名帮扶责任人，请核对手机号或编号，或先导入含帮扶责任人的花名册。",
    en: "The register of the county has no such helper: check the phone number or id, or import a roster that names the helper first.",
  },
  "household.no-book": {
    status: 404,
    zh: "这一户没有{year}年度的台账，请选择已有的年度。",
    en: "This household has no book of {year}: choose a year that exists.",
  },
  "household.changed-meanwhile": {
    status: 409,
    zh: "您填写期间这一户的台账已被修改（也可能是您在另一个窗口），请取用新台账、核对后再保存；您填的内容还在页面上。",
    en: "This household was changed while you were editing, perhaps by you in another window: take the new book, compare and save again.",
  },
  "household.book-locked": {
    status: 409,
    zh: "{year}年度的台账已锁定，不能修改；确需更正请按更正程序办理。",
    en: "The book of {year} is locked and cannot be changed: use the correction procedure.",
  },
  "household.unknown-member": {
    status: 400,
    zh: "要修改的成员不在这一户{year}年度的台账里，请刷新后再试。",
    en: "A member to be changed is not in this household's book of {year}: reload and try again.",
  },
  "household.unknown-code": {
    status: 400,
    zh: "“{zh}”的代码{code}不在代码表里，请从列表中选择。",
    en: "The code {code} of {en} is not in its list: choose one from the list.",
  },
  "household.cause-repeated": {
    status: 400,
    zh: "其他致贫原因最多两项，且不能与主要致贫原因相同。",
    en: "There are at most two other causes, and none repeats the main cause.",
  },
  "household.health-contradicts": {
    status: 400,
    zh: "健康状况选了“健康”就不能再选其他项。",
    en: "A member who is healthy has no other state of health.",
  },
  "household.number-taken": {
    status: 409,
    zh: "这个户编号在本县已被另一户使用，请核对。",
    en: "Another household of the county has this number: check it.",
  },
});

mapConstraints({ household_register_no_unique: registryProblems["household.number-taken"] });
