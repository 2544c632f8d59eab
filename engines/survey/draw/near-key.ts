/** Whether a key is a slip of the pen for a known one: read as nothing, it would change what a plan means without a word. */

/** @returns the known key that is meant, undefined where `key` is itself known or near to none */
export function nearKey(key: string, known: readonly string[]): string | undefined {
  if (known.includes(key)) return undefined;
  const plain = key.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
  return known.find((one) => editDistance(plain, one.toLowerCase()) <= 2);
}

/** V. I. Levenshtein, Soviet Physics Doklady 10 (1966) 707: letters put in, left out or exchanged. */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (const [j, against] of [...other].entries()) {
      const exchanged = (row[j] ?? 0) + Number(letter !== against);
      next.push(Math.min(exchanged, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
