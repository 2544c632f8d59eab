/** `tlog note verify`: whether a signed note carries a key's signature, or a witness's cosignature, and it holds. */
import { bytesToHex } from "@noble/hashes/utils.js";
import { z } from "zod";
import { InputError } from "../../../engines/input-error.ts";
import { readCheckpoint } from "../../../engines/tlog/checkpoint.ts";
import { cosignedAt } from "../../../engines/tlog/cosignature.ts";
import { verifyEd25519 } from "../../../engines/tlog/ed25519.ts";
import { type VerifierKey, cosignature, logSignature, readKey } from "../../../engines/tlog/key.ts";
import { type SignedNote, readNote, verifyNote } from "../../../engines/tlog/note.ts";
import { defineCommand } from "../command.ts";
import { FilePath } from "../command-input.ts";
import { readTextFile } from "../text-file.ts";

export const tlogNoteVerifyCommand = defineCommand({
  argument: { name: "<note>", about: { zh: "签名文书（文件）", en: "file of the signed note" } },
  options: [["--key <key>", { zh: "公钥：名称+编号+base64", en: "verifier key, as name+id+base64" }]],
  examples: [
    [
      "jingzhun tlog note verify checkpoint.txt --key audit.example+530d903a+AekyeRrm…",
      { zh: "签名是否成立", en: "whether the signature holds" },
    ],
  ],
  input: z.strictObject({ note: FilePath, key: z.string("请给出公钥\na verifier key is needed").min(1) }),
  run: async ({ note: file, key: written }) => {
    const key = readKey(written);
    const note = readNote(await readTextFile(file));
    const { verified, time } = verify(note, key);
    const checkpoint = checkpointOf(note);
    return {
      json: { verified, name: key.name, time, text: note.text, checkpoint },
      lines: [
        verified
          ? `${key.name} 的签名成立 the signature holds`
          : `${key.name} 的签名不存在或不成立 there is no such signature, or it does not hold`,
        ...(time === null ? [] : [`见证时间 seen at ${new Date(time * 1000).toISOString()}`]),
      ],
      exitCode: verified ? 0 : 1,
    };
  },
});

/** The time is what a witness states, in seconds since 1970. */
function verify(note: SignedNote, key: VerifierKey): { verified: boolean; time: number | null } {
  if (key.type === logSignature) return { verified: verifyNote(note, key, verifyEd25519), time: null };
  if (key.type === cosignature) {
    const time = cosignedAt(note, key, verifyEd25519);
    return { verified: time !== undefined, time: time ?? null };
  }
  throw new InputError("tlog.key-type", {
    zh: "这种公钥还不能验证：能验证的是 Ed25519 签名（01）和见证签名（04）。",
    en: "Keys of this type cannot be checked yet: those of Ed25519 (01) and of cosignatures (04) can.",
  });
}

/** What a note says of a log; null where it is a note about something else. */
function checkpointOf(note: SignedNote): { origin: string; size: number; root: string } | null {
  try {
    const { origin, size, root } = readCheckpoint(note.text);
    return { origin, size, root: bytesToHex(root) };
  } catch {
    return null;
  }
}
