/** Ed25519 (RFC 8032) for notes and cosignatures, the same in a browser; other kinds of signature can stand in its place. */
import { ed25519 } from "@noble/curves/ed25519.js";
import { type VerifierKey, cosignature, logSignature } from "./key.ts";
import type { Sign } from "./note.ts";

/** False for a signature or key of a wrong length too. */
export function verifyEd25519(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
  try {
    // Strict: of what RFC 8032 leaves open, only what every implementation accepts.
    return ed25519.verify(signature, message, publicKey, { zip215: false });
  } catch {
    return false;
  }
}

/** @param secretKey 32 bytes */
export function ed25519Signer(secretKey: Uint8Array): Sign {
  return (message) => ed25519.sign(message, secretKey);
}

/** The verifier key that belongs to a secret key: of a log, or of a witness. */
export function ed25519Key(name: string, secretKey: Uint8Array, of: "log" | "witness"): VerifierKey {
  return {
    name,
    type: of === "log" ? logSignature : cosignature,
    publicKey: ed25519.getPublicKey(secretKey),
  };
}
