/** Policy and problems come from the server in both languages: this picks the reader's. */
import { usePreference } from "./preference.ts";

export interface BothLanguages {
  zh: string;
  en: string;
}

export function useBothLanguages(): (text: BothLanguages) => string {
  const { language } = usePreference();
  return (text) => (language === "en" && text.en !== "" ? text.en : text.zh);
}
