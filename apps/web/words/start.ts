/** Words of the face in Chinese and English; the keys are checked by the compiler. Chinese comes first. */
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { getPreference, subscribePreference } from "../design/preference.ts";
import * as area from "./area.words.ts";
import * as areaMap from "./area-map.words.ts";
import type * as audit from "./audit.words.ts";
import * as book from "./book.words.ts";
import type * as design from "./design.words.ts";
import * as frame from "./frame.words.ts";
import * as household from "./household.words.ts";
import * as householdList from "./household-list.words.ts";
import type { HouseholdPageWords } from "./add-household.ts";
import type { ImportPageWords } from "./add-import.ts";
import * as imports from "./import.words.ts";
import * as mark from "./mark.words.ts";
import type * as people from "./people.words.ts";
import * as today from "./today.words.ts";
import * as policy from "./policy.words.ts";
import * as verdict from "./verdict.words.ts";

const zh = {
  ...frame.zh,
  area: { ...area.zh, ...areaMap.zh },
  householdList: householdList.zh,
  household: { ...household.zh, ...book.zh },
  import: imports.zh,
  mark: mark.zh,
  today: today.zh,
  policy: policy.zh,
  verdict: verdict.zh,
};
const en: typeof zh = {
  ...frame.en,
  area: { ...area.en, ...areaMap.en },
  householdList: householdList.en,
  household: { ...household.en, ...book.en },
  import: imports.en,
  mark: mark.en,
  today: today.en,
  policy: policy.en,
  verdict: verdict.en,
};

declare module "i18next" {
  interface CustomTypeOptions {
    /** Those of pages that few open come with them. */
    resources: {
      translation: typeof zh & {
        audit: typeof audit.zh;
        design: typeof design.zh;
        history: HouseholdPageWords["history"];
        household: HouseholdPageWords["household"];
        import: ImportPageWords;
        people: typeof people.zh;
      };
    };
  }
}

export function startWords(): void {
  void i18next.use(initReactI18next).init({
    lng: getPreference().language,
    resources: { zh: { translation: zh }, en: { translation: en } },
    interpolation: { escapeValue: false },
    // Resources are inside the bundle: the first paint already has its words.
    initAsync: false,
  });
  followLanguage();
  subscribePreference(followLanguage);
}

function followLanguage(): void {
  const { language } = getPreference();
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  if (i18next.language !== language) void i18next.changeLanguage(language);
}
