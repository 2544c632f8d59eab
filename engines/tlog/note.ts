/**
 * Signed notes (C2SP signed-note): text, an empty line, and a line for each signature, `— name base64(key id ‖ signature)`.
 * What is signed is the text with its last line feed. Signing and checking are passed in by the kind of key.
 */
import { concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { InputError } from "../input-error.ts";
import { fromBase64, toBase64 } from "./base64.ts";
import { sameBytes } from "./hashing.ts";
import { type VerifierKey, isKeyName, keyId, logSignature } from "./key.ts";

export interface NoteSignature {
  name: string;
  keyId: Uint8Array;
  /** As the type of the key means it; of a cosignature the time stands first. */
  signature: Uint8Array;
}

export interface SignedNote {
  /** Ends with a line feed. */
  text: string;
  signatures: NoteSignature[];
}

export type Sign = (message: Uint8Array) => Uint8Array;
export type VerifySignature = (signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array) => boolean;

/** @throws InputError tlog.note */
export function readNote(written: string): SignedNote {
  const split = written.lastIndexOf("\n\n");
  const lines = written.slice(split + 2).split("\n");
  if (split === -1 || lines.length < 2 || lines.pop() !== "" || lines.length > 100) throw badNote();
  const text = written.slice(0, split + 1);
  requireText(text);
  return { text, signatures: lines.map(readSignatureLine) };
}

/** @throws InputError tlog.note when the text cannot be one of a note */
export function formatNote({ text, signatures }: SignedNote): string {
  requireText(text);
  const lines = signatures.map(
    ({ name, keyId, signature }) => `— ${name} ${toBase64(concatBytes(keyId, signature))}\n`,
  );
  return `${text}\n${lines.join("")}`;
}

/** The signature line of a log's own key. */
export function signText(text: string, key: VerifierKey, sign: Sign): NoteSignature {
  requireText(text);
  return { name: key.name, keyId: keyId(key), signature: sign(utf8ToBytes(text)) };
}

/** The signature that says it is of this key; the first where several do. */
export function findSignature(note: SignedNote, key: VerifierKey): NoteSignature | undefined {
  const id = keyId(key);
  return note.signatures.find((line) => line.name === key.name && sameBytes(line.keyId, id));
}

/** Whether the note carries this key's signature and it holds. False for keys of another type than 01. */
export function verifyNote(note: SignedNote, key: VerifierKey, verify: VerifySignature): boolean {
  if (key.type !== logSignature) return false;
  const found = findSignature(note, key);
  return found !== undefined && verify(found.signature, utf8ToBytes(note.text), key.publicKey);
}

function readSignatureLine(line: string): NoteSignature {
  const [, name = "", encoded = ""] = /^— ([^ ]+) ([^ ]+)$/u.exec(line) ?? [];
  const bytes = fromBase64(encoded);
  if (!isKeyName(name) || !bytes || bytes.length < 5) throw badNote();
  return { name, keyId: bytes.slice(0, 4), signature: bytes.slice(4) };
}

function requireText(text: string): void {
  // eslint-disable-next-line no-control-regex -- control characters are what a note must not hold
  if (!text.endsWith("\n") || /[\u0000-\u0009\u000b-\u001f]/u.test(text)) throw badNote();
}

function badNote(): InputError {
  return new InputError("tlog.note", {
    zh: "不是签名文书：应为正文、一个空行、再加每行一个的签名（“— 名称 base64”），每行都以换行结束。",
    en: "This is no signed note: it should be text, an empty line, then a line for each signature (— name base64), each ended by a line feed.",
  });
}
