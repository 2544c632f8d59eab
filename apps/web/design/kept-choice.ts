/** A choice that this browser remembers. One that keeps nothing still works: the choice lasts until the page closes. */
export function keepChoice(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Storage is full or forbidden.
  }
}

export function dropChoice(name: string): void {
  try {
    localStorage.removeItem(name);
  } catch {
    // Storage is forbidden: nothing was kept.
  }
}

export function keptChoice(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}
