/** The words of the page about the design layer come with it: the first screen does without them. */
import i18next from "i18next";
import { en, zh } from "./design.words.ts";

for (const [language, design] of Object.entries({ zh, en }))
  i18next.addResourceBundle(language, "translation", { design }, true);
