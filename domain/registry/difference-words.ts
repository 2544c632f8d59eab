/** What an import changes, as words: differences are kept as Chinese text, and read in both languages. */
import type { BothLanguages } from "../../platform/both-languages.contract.ts";
import { listCodeLists } from "./code-list.ts";
import { findField } from "./reading-fields.ts";

/** Differences that no field of a file is, or that are called otherwise than the field. */
const ownTitles: Readonly<Record<string, BothLanguages>> = {
  "household_year.area_code": { zh: "行政村", en: "village" },
  "household_year.hamlet": { zh: "自然村", en: "hamlet" },
  "household_year.head_name": { zh: "户主", en: "head" },
  "household_year.phone_index": { zh: "联系电话", en: "phone" },
  "household_year.no_helper": { zh: "没有帮扶责任人", en: "no helper in charge" },
  "member.added": { zh: "新增成员", en: "new member" },
  "monitoring.not_monitored": { zh: "不是监测对象", en: "not monitored" },
  "monitoring.collector_phone_cipher": { zh: "信息采集人联系电话", en: "phone of the collector" },
};

/** What a difference is called, by the key of its field; the key itself where nothing has a name for it. */
export function titleOfDifference(field: string): BothLanguages {
  return ownTitles[field] ?? findField(field)?.title ?? { zh: field, en: field };
}

/** A label as it was kept: the title, behind the masked name of the member whose value it is. */
export function readLabel(field: string, label: string): BothLanguages {
  const title = titleOfDifference(field);
  return { zh: label, en: label.endsWith(title.zh) ? label.slice(0, -title.zh.length) + title.en : label };
}

const plainWords: ReadonlyMap<string, string> = new Map([
  ["是", "yes"],
  ["否", "no"],
  ["无", "none"],
]);

/** A value as it was kept; names, places and free text stay as they are. */
export function readValue(field: string, text: string): BothLanguages {
  const known = findField(field);
  const list = listCodeLists().find(({ id }) => id === known?.list);
  const inEnglish = (part: string): string =>
    list?.items.find(({ label }) => label === part)?.en ??
    plainWords.get(part) ??
    withUnit(part, known?.unit);
  return { zh: text, en: text.split("、").map(inEnglish).join(", ") };
}

const units: Readonly<Record<string, string>> = {
  元: "yuan",
  人: "persons",
  亩: "mu",
  公里: "km",
  月: "months",
  平方米: "m²",
};

/** 6.4亩 → 6.4 mu; what is no amount stays. */
function withUnit(text: string, unit = "元"): string {
  const english = units[unit];
  const amount = text.endsWith(unit) ? text.slice(0, -unit.length) : "";
  return english !== undefined && /^-?[\d,.]+$/.test(amount) ? `${amount} ${english}` : text;
}
