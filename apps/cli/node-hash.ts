/** SHA-256 by Node, for logs of millions of entries; engines use one that runs in a browser too. */
import { hash } from "node:crypto";

/** Asked for as text of one character a byte: that is three times as fast as asking for a buffer. */
export function nodeSha256(bytes: Uint8Array): Uint8Array {
  return Buffer.from(hash("sha256", bytes, "binary"), "latin1");
}
