/** Asks before anything is started whether a file can be read, or a new one may have its name. */
import { constants, existsSync } from "node:fs";
import { access, stat } from "node:fs/promises";
import { cliProblems } from "./cli.problems.ts";

/** @throws Problem cli.file-missing */
export async function requireReadable(file: string): Promise<void> {
  try {
    await access(file, constants.R_OK);
    if ((await stat(file)).isFile()) return;
  } catch (error) {
    throw cliProblems["cli.file-missing"]({ file }, error);
  }
  throw cliProblems["cli.file-missing"]({ file });
}

/** @throws Problem cli.file-exists: an input given as output by a slip, or an earlier result */
export function requireNew(file: string): void {
  if (existsSync(file)) throw cliProblems["cli.file-exists"]({ file });
}
