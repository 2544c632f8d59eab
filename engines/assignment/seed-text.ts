/** The public seed as text. */
import { hexToBytes } from "@noble/hashes/utils.js";
import { InputError } from "../input-error.ts";

/** @param text hexadecimal; the seed of a draw has 64 digits @throws InputError assign.seed */
export function readSeed(text: string): Uint8Array {
  if (/^([0-9a-f]{2})+$/i.test(text)) return hexToBytes(text);
  throw new InputError("assign.seed", {
    zh: "种子应为十六进制，位数为偶数（抽签公布的种子是64位）。",
    en: "The seed should be hexadecimal with an even number of digits; the seed of a draw has 64.",
  });
}
