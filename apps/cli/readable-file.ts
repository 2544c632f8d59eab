/** Asks before anything is started whether a file can be read. @throws Problem cli.file-missing */
import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { cliProblems } from "./cli.problems.ts";

export async function requireReadable(file: string): Promise<void> {
  try {
    await access(file, constants.R_OK);
    if ((await stat(file)).isFile()) return;
  } catch (error) {
    throw cliProblems["cli.file-missing"]({ file }, error);
  }
  throw cliProblems["cli.file-missing"]({ file });
}
