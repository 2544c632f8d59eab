/** The words of the audit record come with its page: the first screen does without them. */
import i18next from "i18next";
import { en, zh } from "./audit.words.ts";

for (const [language, audit] of Object.entries({ zh, en }))
  i18next.addResourceBundle(language, "translation", { audit }, true);
