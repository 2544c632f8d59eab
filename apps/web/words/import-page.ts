/** Words that only the page of an import says: they come with its code, so that the first screen stays small. */
import i18next from "i18next";
import * as columns from "./import-columns.words.ts";
import * as rejects from "./import-reject.words.ts";
import * as undo from "./import-undo.words.ts";

const zh = { ...columns.zh, ...rejects.zh, ...undo.zh };
const en: typeof zh = { ...columns.en, ...rejects.en, ...undo.en };

export type ImportPageWords = typeof zh;

/** To be called once, when the page's code has arrived; the words of the start are there by then. */
export function addImportPageWords(): void {
  for (const [language, words] of Object.entries({ zh, en }))
    i18next.addResourceBundle(language, "translation", { import: words }, true);
}
