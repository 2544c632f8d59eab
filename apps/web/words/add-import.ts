/** The words that only the page of one import says come with it: the first screen does without them. */
import i18next from "i18next";
import * as columns from "./import-columns.words.ts";
import * as confirm from "./import-confirm.words.ts";
import * as rejects from "./import-reject.words.ts";
import * as undo from "./import-undo.words.ts";

const zh = { ...columns.zh, ...confirm.zh, ...rejects.zh, ...undo.zh };
const en: typeof zh = { ...columns.en, ...confirm.en, ...rejects.en, ...undo.en };

export type ImportPageWords = typeof zh;

for (const [language, words] of Object.entries({ zh, en }))
  i18next.addResourceBundle(language, "translation", { import: words }, true);
