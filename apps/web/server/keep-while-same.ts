/**
 * What a page goes on showing while the next reply is under way: the one before, as long as it is of the same place or
 * household. Another place's figures never stand below this place's name.
 * @param subject the second part of the query's key
 */
export function keepWhileSame(subject: string) {
  return <Reply>(previous: Reply | undefined, query: Asked | undefined): Reply | undefined =>
    query?.queryKey[1] === subject ? previous : undefined;
}

interface Asked {
  queryKey: readonly unknown[];
}
