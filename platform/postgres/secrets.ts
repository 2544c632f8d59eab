/** `DIR/pg.json` (0600): port and random passwords of the three roles, made once for a data folder. */
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { open, readFile, rename } from "node:fs/promises";
import { z } from "zod";
import { giveToFolderOwner, guardFiles } from "./place.ts";
import type { Place } from "./place.ts";
import { postgresProblems } from "./problems.ts";

const Secrets = z.object({
  port: z.int().min(0).max(65535),
  superuserPassword: z.string().min(1),
  ownerPassword: z.string().min(1),
  appPassword: z.string().min(1),
});

/** Port 0 means that no port was chosen yet. */
export type Secrets = z.infer<typeof Secrets>;

/**
 * Reads the passwords, or makes them when there is no cluster yet.
 * @throws Problem postgres.secrets-missing when a cluster exists without them
 */
export async function readOrMakeSecrets(place: Place): Promise<Secrets> {
  if (existsSync(place.secrets) || existsSync(place.cluster)) return readSecrets(place);
  const password = () => randomBytes(24).toString("base64url");
  const secrets = {
    port: 0,
    superuserPassword: password(),
    ownerPassword: password(),
    appPassword: password(),
  };
  await writeSecrets(place, secrets);
  return secrets;
}

/** @throws Problem postgres.secrets-missing */
export async function readSecrets(place: Place): Promise<Secrets> {
  try {
    return Secrets.parse(JSON.parse(await readFile(place.secrets, "utf8")));
  } catch (error) {
    throw postgresProblems["postgres.secrets-missing"]({ file: place.secrets }, error);
  }
}

/** Replaces the file as a whole and waits for the disk: without it nobody gets into the database again. */
export async function writeSecrets(place: Place, secrets: Secrets): Promise<void> {
  await guardFiles(place.folder, async () => {
    const draft = `${place.secrets}.new`;
    const file = await open(draft, "w", 0o600);
    try {
      await file.writeFile(`${JSON.stringify(secrets, null, 2)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await giveToFolderOwner(place, draft);
    await rename(draft, place.secrets);
  });
}

export function connectionUrls(secrets: Secrets, port: number) {
  const url = (role: string, password: string, database: string) =>
    `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`;
  return {
    superuserUrl: url("postgres", secrets.superuserPassword, "postgres"),
    ownerUrl: url("jingzhun_owner", secrets.ownerPassword, "jingzhun"),
    appUrl: url("jingzhun_app", secrets.appPassword, "jingzhun"),
  };
}
