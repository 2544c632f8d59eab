/** An element that page.html has, or that was just shown. @throws Error where it is missing */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no ${id}`);
  return found;
}
