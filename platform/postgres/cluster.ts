/** The cluster on disk: made once, whole or not at all, and only opened by the version that made it. */
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { chown, lchown, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { run } from "./account.ts";
import type { Account, ServerProgram } from "./account.ts";
import type { Binaries } from "./binaries.ts";
import { errorCode, guardFiles } from "./place.ts";
import type { Place } from "./place.ts";
import { postgresProblems } from "./problems.ts";

/**
 * Makes the cluster unless it is there.
 * @throws Problem postgres.initdb-failed, postgres.disk-full, postgres.other-version, postgres.not-a-cluster
 */
export async function ensureCluster(
  place: Place,
  binaries: Binaries,
  { account, version }: ServerProgram,
  superuserPassword: string,
): Promise<void> {
  if (!existsSync(place.cluster)) await makeCluster(place, binaries, account, superuserPassword);
  const found = await readFile(join(place.cluster, "PG_VERSION"), "utf8").catch(() => undefined);
  if (found === undefined) throw postgresProblems["postgres.not-a-cluster"]({ folder: place.cluster });
  if (found.trim() !== version) {
    throw postgresProblems["postgres.other-version"]({
      folder: place.cluster,
      found: found.trim(),
      needed: version,
    });
  }
  await handOver(place.cluster, account);
}

/** Works in a draft folder and renames it at the end, so that a kill or a full disk leaves no half-made cluster. */
async function makeCluster(
  place: Place,
  binaries: Binaries,
  account: Account,
  password: string,
): Promise<void> {
  await removeDrafts(place);
  const draft = `${place.cluster}.new-${randomUUID()}`;
  const passwordFile = `${draft}.password`;
  try {
    await guardFiles(place.folder, async () => {
      await mkdir(draft, { mode: 0o700 });
      await writeFile(passwordFile, password, { mode: 0o600 });
      if (account.identity) {
        await chown(draft, account.identity.uid, account.identity.gid);
        await chown(passwordFile, account.identity.uid, account.identity.gid);
      }
    });
    await runInitdb(place, binaries, account, ["-D", draft, `--pwfile=${passwordFile}`]);
    await guardFiles(place.folder, () => rename(draft, place.cluster)).catch((error: unknown) => {
      // Another start was faster: its cluster counts.
      if (!["ENOTEMPTY", "EEXIST"].includes(errorCode(error) ?? "")) throw error;
    });
    await syncFolder(place.folder);
  } finally {
    await rm(passwordFile, { force: true });
    await rm(draft, { recursive: true, force: true });
  }
}

async function runInitdb(place: Place, binaries: Binaries, account: Account, args: string[]): Promise<void> {
  const { code, output } = await run(account, binaries.initdb, [
    ...args,
    "--username=postgres",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--auth=scram-sha-256",
    "--data-checksums",
    "--no-instructions",
  ]);
  if (code === 0) return;
  if (output.includes("No space left on device")) {
    throw postgresProblems["postgres.disk-full"]({ folder: place.folder });
  }
  throw postgresProblems["postgres.initdb-failed"]({
    output: output.trim().split("\n").slice(-4).join("; "),
  });
}

/** Drafts of starts that were killed. */
async function removeDrafts(place: Place): Promise<void> {
  const prefix = `${basename(place.cluster)}.new-`;
  for (const name of await readdir(place.folder)) {
    if (!name.startsWith(prefix)) continue;
    // An initdb that lost its parent may still be writing there; the next start removes what is left.
    await rm(join(place.folder, name), { recursive: true, force: true, maxRetries: 3 }).catch(
      () => undefined,
    );
  }
}

/** A cluster that root restored or copied belongs to root, which the server would refuse. */
async function handOver(cluster: string, { identity }: Account): Promise<void> {
  if (!identity || (await stat(cluster)).uid !== 0) return;
  for (const name of await readdir(cluster, { recursive: true })) {
    await lchown(join(cluster, name), identity.uid, identity.gid);
  }
  await chown(cluster, identity.uid, identity.gid);
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}
