/** The words of the page of people come with it: the first screen does without them. */
import i18next from "i18next";
import { en, zh } from "./people.words.ts";

for (const [language, people] of Object.entries({ zh, en }))
  i18next.addResourceBundle(language, "translation", { people }, true);
