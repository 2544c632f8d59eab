/** Path of an executable that answers `--version`; undefined when there is none for this platform. */
export function findBrowser(): Promise<string | undefined>;
