import { sha256 } from "@noble/hashes/sha2.js";
import { expect, test } from "vitest";
import { formatCheckpoint, readCheckpoint } from "./checkpoint.ts";
import { cosign, cosignedAt } from "./cosignature.ts";
import { ed25519Key, ed25519Signer, verifyEd25519 } from "./ed25519.ts";
import { formatKey, readKey } from "./key.ts";
import { formatNote, readNote, signText, verifyNote } from "./note.ts";
import { rootAt, treeOfEntries } from "./tree.ts";

/** The example of the C2SP specification of signed notes. */
const example = {
  key: "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
  note: "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n",
};

const secret = new Uint8Array(32).fill(1);
const witnessSecret = new Uint8Array(32).fill(2);
const logKey = ed25519Key("jingzhun.example/audit", secret, "log");
const witnessKey = ed25519Key("witness.example/discipline", witnessSecret, "witness");
const tree = treeOfEntries(sha256, [Uint8Array.of(1), Uint8Array.of(2), Uint8Array.of(3)]);
const text = formatCheckpoint({ origin: logKey.name, size: 3, root: rootAt(tree), extensions: [] });
const signed = {
  text,
  signatures: [
    signText(text, logKey, ed25519Signer(secret)),
    cosign(text, 1_790_000_000, witnessKey, ed25519Signer(witnessSecret)),
  ],
};

test("the published example verifies, and no other text under its signature", () => {
  const key = readKey(example.key);
  expect(formatKey(key)).toBe(example.key);
  expect(formatNote(readNote(example.note))).toBe(example.note);
  expect(verifyNote(readNote(example.note), key, verifyEd25519)).toBe(true);
  expect(verifyNote(readNote(example.note.replace("an example", "another")), key, verifyEd25519)).toBe(false);
});

test("a checkpoint signed by its log and cosigned by a witness reads back and verifies", () => {
  const note = readNote(formatNote(signed));
  expect(readCheckpoint(note.text)).toEqual({
    origin: logKey.name,
    size: 3,
    root: rootAt(tree),
    extensions: [],
  });
  expect(verifyNote(note, readKey(formatKey(logKey)), verifyEd25519)).toBe(true);
  expect(cosignedAt(note, readKey(formatKey(witnessKey)), verifyEd25519)).toBe(1_790_000_000);
});

test("another size, another time or another witness is refused", () => {
  const other = { ...signed, text: text.replace("\n3\n", "\n4\n") };
  expect(verifyNote(other, logKey, verifyEd25519)).toBe(false);
  expect(cosignedAt(other, witnessKey, verifyEd25519)).toBeUndefined();
  const [, cosigned] = signed.signatures;
  const later = {
    ...cosigned!,
    signature: cosigned!.signature.map((byte, at) => (at === 7 ? byte ^ 1 : byte)),
  };
  expect(cosignedAt({ text, signatures: [later] }, witnessKey, verifyEd25519)).toBeUndefined();
  expect(cosignedAt(signed, ed25519Key(witnessKey.name, secret, "witness"), verifyEd25519)).toBeUndefined();
  expect(verifyNote(signed, ed25519Key("somebody.example", secret, "log"), verifyEd25519)).toBe(false);
});

test("a key is for one kind of signature: of a log 01, of a witness 04", () => {
  const asWitness = { ...logKey, type: 0x04 };
  const asLog = { ...witnessKey, type: 0x01 };
  const signatures = [
    cosign(text, 1, logKey, ed25519Signer(secret)),
    signText(text, witnessKey, ed25519Signer(witnessSecret)),
  ];
  const note = { text, signatures };
  expect([cosignedAt(note, logKey, verifyEd25519), cosignedAt(note, asWitness, verifyEd25519)]).toEqual([
    undefined,
    undefined,
  ]);
  expect([verifyNote(note, witnessKey, verifyEd25519), verifyNote(note, asLog, verifyEd25519)]).toEqual([
    false,
    false,
  ]);
});

test("extension lines are kept", () => {
  const checkpoint = {
    origin: "log.example",
    size: 0,
    root: sha256(new Uint8Array()),
    extensions: ["one", "two"],
  };
  expect(readCheckpoint(formatCheckpoint(checkpoint))).toEqual(checkpoint);
});

test.each([
  ["no empty line", "text\n— a.example AAAAAAA=\n"],
  ["no signature", "text\n\n"],
  ["no last line feed", example.note.slice(0, -1)],
  ["a hyphen for the dash", example.note.replace("—", "-")],
  ["a carriage return", example.note.replace("message.\n", "message.\r\n")],
  ["a signature that is not base64", example.note.replace("Uw2Q", "Uw*Q")],
])("a note with %s is refused", (_, written) => {
  expect(() => readNote(written)).toThrow(expect.objectContaining({ code: "tlog.note" }));
});

test.each([
  ["a name with a space", "example com+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"],
  ["the id of another name", example.key.replace("foo", "fop")],
  ["no key", "example.com/foo+530d903a+"],
])("a verifier key with %s is refused", (_, written) => {
  expect(() => readKey(written)).toThrow(expect.objectContaining({ code: "tlog.key" }));
});

test.each(["a\n01\nAA==\n", "a\n1\nAA=\n", "a\n1\nAA==", "\n1\nAA==\n", "a\n1\nAA==\n\n"])(
  "a checkpoint written otherwise is refused (%#)",
  (written) => {
    expect(() => readCheckpoint(written)).toThrow(expect.objectContaining({ code: "tlog.checkpoint" }));
  },
);
