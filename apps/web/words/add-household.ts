/** What only the page of a household says comes with it: the first screen does without it. */
import i18next from "i18next";
import * as fiveAnswers from "./five-answers.words.ts";
import * as history from "./history.words.ts";

const zh = { household: fiveAnswers.zh, history: history.zh };
const en: typeof zh = { household: fiveAnswers.en, history: history.en };

export type HouseholdPageWords = typeof zh;

for (const [language, words] of Object.entries({ zh, en }))
  i18next.addResourceBundle(language, "translation", words, true);
