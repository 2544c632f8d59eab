/** A register file into the database of a session, or only what it would do there. */
import { createHash } from "node:crypto";
import type { ImportPreview } from "../../domain/registry/import.contract.ts";
import { applyImport, previewImport } from "../../domain/registry/import.service.ts";
import { readRegisterInChild } from "../../domain/registry/reading-process.ts";
import type { ReadRegister } from "../../domain/registry/reading.contract.ts";
import { loadRegisterFile } from "../../domain/registry/reading/open.ts";
import type { RegisterListener } from "../../domain/registry/register-listener.ts";
import type { Progress } from "./output.ts";
import type { Working } from "./session.ts";

export interface ImportOptions {
  year?: number | undefined;
  dryRun: boolean;
  identityDigest?: string | undefined;
  /** Told which counties changed. */
  listener: RegisterListener;
}

/** @throws Problem reading.*, import.* */
export async function importFile(
  session: Working,
  progress: Progress,
  path: string,
  { year, dryRun, identityDigest, listener }: ImportOptions,
): Promise<ImportPreview> {
  const file = await loadRegisterFile(path);
  progress.step(`正在读取 ${file.name} / reading the file`);
  const read = await readRegisterInChild(file, year === undefined ? {} : { year });
  const fileHash = hashOf(file.bytes);
  const described = { year, fileName: file.name, fileHash, identityDigest };
  progress.step(
    `读到 ${placesOf(read).join("、")} ${read.households.length} 户，正在${dryRun ? "比对" : "比对并写入"} / ${read.households.length} households read, ${dryRun ? "comparing" : "comparing and writing"}`,
  );
  return session.work((work) =>
    dryRun ? previewImport(work, read, described) : applyImport(work, read, described, listener),
  );
}

/** The counties that the file names: whoever gives the wrong file sees it before anything is written. */
function placesOf({ households }: ReadRegister): string[] {
  return [...new Set(households.map(({ place }) => place.county ?? place.township ?? ""))].filter(Boolean);
}

function hashOf(bytes: Buffer): Buffer {
  return createHash("sha256").update(bytes).digest();
}
