/**
 * The keys of the program: made once into a file that only its owner can read, never in the database. Whoever loses the
 * file loses every encrypted id number and phone; whoever copies it can read them.
 */
import { randomBytes } from "node:crypto";
import { chmodSync, linkSync, mkdirSync, readFileSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { defineProblems } from "../problem.ts";

const problems = defineProblems({
  "secrets.unreadable": {
    status: 500,
    zh: "密钥文件{file}无法读取或内容不对，请恢复备份的密钥文件；没有它就解不开证件号码和电话。",
    en: "The key file {file} cannot be read or is not a key ring: restore it from your backup. Without it id numbers and phones stay closed.",
  },
  "secrets.open-to-others": {
    status: 500,
    zh: "密钥文件{file}可被其他用户读取，请执行 chmod 600 后再启动。",
    en: "The key file {file} can be read by others: run chmod 600 on it and start again.",
  },
});

/** `international`: AES-256-GCM and SHA-256. `national`: SM4-CBC with HMAC-SM3, and SM3. */
export const Algorithms = z.enum(["international", "national"]);
export type Algorithms = z.infer<typeof Algorithms>;

const Secret = z.base64().refine((text) => Buffer.from(text, "base64").length === 32, "32 bytes in base64");

const KeyRingFile = z.strictObject({
  algorithms: Algorithms,
  /** Which of `keys` encrypts from now on; the others still decrypt. */
  current: z.int().min(0).max(255),
  keys: z.record(z.string().regex(/^\d{1,3}$/), Secret),
  /** Base of the blind indexes. Changing it means indexing everything again. */
  index: Secret,
});

export interface KeyRing {
  algorithms: Algorithms;
  current: number;
  keys: ReadonlyMap<number, Buffer>;
  index: Buffer;
}

/** A fresh ring with one key. */
export function makeKeys(algorithms: Algorithms = "international"): KeyRing {
  return { algorithms, current: 1, keys: new Map([[1, randomBytes(32)]]), index: randomBytes(32) };
}

/**
 * Reads the ring at `path`; makes it (0600) when there is none. Two processes that start at once end up with the same.
 * @throws Problem secrets.unreadable, secrets.open-to-others
 */
export function loadKeys(path: string, algorithms: Algorithms = "international"): KeyRing {
  const text = readIfThere(path) ?? makeFile(path, algorithms);
  return parseKeys(text, path);
}

/** A ring from its JSON text, for operators who keep it in the environment. @throws Problem secrets.unreadable */
export function parseKeys(text: string, file = "JSON"): KeyRing {
  const ring = KeyRingFile.safeParse(parseJson(text)).data;
  const keys = new Map(
    Object.entries(ring?.keys ?? {}).map(([id, key]) => [Number(id), Buffer.from(key, "base64")]),
  );
  if (!ring || !keys.has(ring.current)) throw problems["secrets.unreadable"]({ file });
  return {
    algorithms: ring.algorithms,
    current: ring.current,
    keys,
    index: Buffer.from(ring.index, "base64"),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readIfThere(path: string): string | undefined {
  try {
    const mode = statSync(path).mode;
    if ((mode & 0o077) !== 0) throw problems["secrets.open-to-others"]({ file: path });
    return readFileSync(path, "utf8");
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    if (hasCode(error, "EACCES")) throw problems["secrets.unreadable"]({ file: path }, error);
    throw error;
  }
}

/** Written aside and linked into place: the link fails when another process was faster, and its file is taken. */
function makeFile(path: string, algorithms: Algorithms): string {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(toFile(makeKeys(algorithms)), null, 2)}\n`, { mode: 0o600 });
  chmodSync(draft, 0o600);
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
  } finally {
    unlinkSync(draft);
  }
  return readFileSync(path, "utf8");
}

function toFile(ring: KeyRing): z.input<typeof KeyRingFile> {
  const keys = Object.fromEntries([...ring.keys].map(([id, key]) => [String(id), key.toString("base64")]));
  return { algorithms: ring.algorithms, current: ring.current, keys, index: ring.index.toString("base64") };
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
