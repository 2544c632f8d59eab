/**
 * Many records with the same keys. The engine keeps an object that grew key by key as a hash table, several times larger
 * than a copy of a parsed one; over a county that is half a gigabyte.
 */
export function shapeOf<T>(keys: Iterable<string>): () => Record<string, T | null> {
  const model: Record<string, T | null> = JSON.parse(
    JSON.stringify(Object.fromEntries([...keys].map((key) => [key, null]))),
  );
  return () => ({ ...model });
}
