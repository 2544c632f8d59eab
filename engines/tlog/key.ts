/**
 * Verifier keys of signed notes (C2SP signed-note): `name+id+base64(type ‖ public key)`, where the id in hex is the first
 * four bytes of SHA-256(name ‖ LF ‖ type ‖ public key). The byte of the type says what is signed and how; types that are
 * not named here can be read but not checked.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { InputError } from "../input-error.ts";
import { fromBase64, toBase64 } from "./base64.ts";

/** A log's own signature over the text of a note. */
export const logSignature = 0x01;
/** A witness's cosignature: over a time and the text. */
export const cosignature = 0x04;

export interface VerifierKey {
  name: string;
  type: number;
  publicKey: Uint8Array;
}

export function keyId({ name, type, publicKey }: VerifierKey): Uint8Array {
  return sha256(concatBytes(utf8ToBytes(`${name}\n`), Uint8Array.of(type), publicKey)).slice(0, 4);
}

export function formatKey(key: VerifierKey): string {
  const typed = concatBytes(Uint8Array.of(key.type), key.publicKey);
  return `${key.name}+${bytesToHex(keyId(key))}+${toBase64(typed)}`;
}

/** @throws InputError tlog.key when it is not written as above, or its id is not that of its name and bytes */
export function readKey(text: string): VerifierKey {
  const [, name = "", id = "", encoded = ""] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/su.exec(text.trim()) ?? [];
  const [type, ...bytes] = fromBase64(encoded) ?? [];
  if (!isKeyName(name) || type === undefined || bytes.length === 0) throw badKey();
  const key = { name, type, publicKey: Uint8Array.from(bytes) };
  if (bytesToHex(keyId(key)) !== id) throw badKey();
  return key;
}

/** A name is not empty and holds neither a space of any kind nor a plus sign. */
export function isKeyName(name: string): boolean {
  return name !== "" && !/[\s+\p{White_Space}]/u.test(name);
}

function badKey(): InputError {
  return new InputError("tlog.key", {
    zh: "公钥写法不对：应为“名称+8位十六进制编号+base64”，编号须与名称和公钥相符。",
    en: "This is no verifier key: it is written name+id+base64, and the id must be that of the name and the key.",
  });
}
