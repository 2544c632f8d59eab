/**
 * What was typed to look for somebody, often the number of an id card. The browser keeps a history entry for whoever comes
 * next, so an entry holds an opaque key and the text stays here, in memory alone: gone at sign-out and when another person
 * signs in. It is also gone with a reload of the tab, where the list then stands without a search: typing it again costs less
 * than an id number in a storage that outlives the person.
 */
const texts = new Map<string, string>();
const listeners = new Set<() => void>();
let owner: string | null = null;

/** What a history entry may hold of a text. */
export function keyOfText(text: string): string {
  const kept = [...texts].find(([, one]) => one === text);
  if (kept) return kept[0];
  // A number counted up would, after a reload, stand for another text in the entries of before.
  const key = crypto.getRandomValues(new Uint32Array(3)).join("-");
  texts.set(key, text);
  return key;
}

/** undefined: nothing is looked for, or nobody knows any more what was. */
export function textOfKey(key: string | undefined): string | undefined {
  return key === undefined ? undefined : texts.get(key);
}

/** From now on texts are this person's; another one's are forgotten. */
export function keepTextsOf(person: string): void {
  if (owner !== person) forgetTexts();
  owner = person;
}

export function forgetTexts(): void {
  texts.clear();
  for (const listener of listeners) listener();
}

/** Runs when texts are forgotten. */
export function subscribeTexts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
