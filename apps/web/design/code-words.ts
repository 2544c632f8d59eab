/** The word of a code in the reader's language. */
import { useBothLanguages } from "./both-languages.ts";

interface Words {
  /** Chinese. */
  label: string;
  en?: string | undefined;
}

export function useCodeWords(): (coded: Words) => string {
  const say = useBothLanguages();
  return ({ label, en = label }) => say({ zh: label, en });
}
