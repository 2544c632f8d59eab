/** A key that an object in a JSON text says twice: readers differ in which of the two they take, so neither counts. */

/** @param text that JSON.parse accepts @returns the first such key; undefined where there is none */
export function repeatedKey(text: string): string | undefined {
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[{}[\]:]/g) ?? [];
  const open: Set<string>[] = [];
  for (const [at, token] of tokens.entries()) {
    if (token === "{" || token === "[") open.push(new Set());
    if (token === "}" || token === "]") open.pop();
    if (tokens[at + 1] !== ":" || !token.startsWith('"')) continue;
    // Decoded: `"a"` and `"\u0061"` are one key.
    const key = String(JSON.parse(token));
    const keys = open.at(-1);
    if (keys?.has(key)) return key;
    keys?.add(key);
  }
  return undefined;
}
