/**
 * Cosignatures of witnesses (C2SP tlog-cosignature, `cosignature/v1`): a witness states the time at which it saw this
 * checkpoint as the only one of its size. The signature line holds the time in eight bytes, then the signature.
 */
import { concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { type VerifierKey, cosignature, keyId } from "./key.ts";
import {
  type NoteSignature,
  type Sign,
  type SignedNote,
  type VerifySignature,
  findSignature,
} from "./note.ts";

/** @param time seconds since 1970 */
export function cosign(text: string, time: number, key: VerifierKey, sign: Sign): NoteSignature {
  const stamp = new Uint8Array(8);
  new DataView(stamp.buffer).setBigUint64(0, BigInt(time));
  return {
    name: key.name,
    keyId: keyId(key),
    signature: concatBytes(stamp, sign(cosignedMessage(text, BigInt(time)))),
  };
}

/**
 * The time, in seconds since 1970, that a witness states; undefined where its cosignature is missing or does not hold, and
 * for keys of another type than 04.
 */
export function cosignedAt(note: SignedNote, key: VerifierKey, verify: VerifySignature): number | undefined {
  const found = key.type === cosignature ? findSignature(note, key) : undefined;
  if (!found || found.signature.length <= 8) return undefined;
  const { buffer, byteOffset } = found.signature;
  const time = new DataView(buffer, byteOffset).getBigUint64(0);
  const holds = verify(found.signature.slice(8), cosignedMessage(note.text, time), key.publicKey);
  return holds ? Number(time) : undefined;
}

function cosignedMessage(text: string, time: bigint): Uint8Array {
  return utf8ToBytes(`cosignature/v1\ntime ${time}\n${text}`);
}
