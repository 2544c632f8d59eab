/** The page of a list that was read last stays on the screen until another one is there: a refused turn takes no row away. */
import { useState } from "react";

interface ReadPage<Page, Start> {
  page: Page;
  /** Where this page and those before it begin. */
  starts: Start[];
}

/**
 * @param starts where the page that is asked for, and those before it, begin
 * @param page undefined as long as it was not read
 * @returns undefined before the first reply
 */
export function useReadPage<Page, Start>(
  starts: Start[],
  page: Page | undefined,
): ReadPage<Page, Start> | undefined {
  const [read, setRead] = useState<ReadPage<Page, Start>>();
  if (page === undefined || page === read?.page) return read;
  const next = { page, starts };
  setRead(next);
  return next;
}
