/** Builds the pages when their sources changed; false, after saying so, when the build failed. */
export function ensureWebBuilt(): Promise<boolean>;
