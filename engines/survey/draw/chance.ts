/** What a county seed gives: a ticket for each unit, and whole numbers without bias. The same seed always gives the same. */
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

export interface Chance {
  /** HMAC(countySeed, "tkt" LF stage LF id): 32 bytes that depend on no other unit. */
  ticket(stage: string, id: string): Uint8Array;
  /** A whole number from 0 to `below` − 1, each as likely, from HMAC(countySeed, "int" LF label LF 0, 1, …). */
  uniformInteger(label: string, below: bigint): bigint;
}

const range = 2n ** 256n;

export function chanceOf(countySeed: Uint8Array): Chance {
  // The two blocks that the key takes are hashed once, not for each ticket.
  const keyed = hmac.create(sha256, countySeed);
  const keyedHash = (text: string): Uint8Array => keyed.clone().update(utf8ToBytes(text)).digest();
  return {
    ticket: (stage, id) => keyedHash(`tkt\n${stage}\n${id}`),
    uniformInteger(label, below) {
      const biased = range - (range % below);
      for (let attempt = 0; ; attempt++) {
        const value = BigInt(`0x${bytesToHex(keyedHash(`int\n${label}\n${attempt}`))}`);
        if (value < biased) return value % below;
      }
    },
  };
}

/** The units in the order of their tickets, byte by byte; equal tickets by id. */
export function inTicketOrder<Unit extends { id: string }>(
  chance: Chance,
  stage: string,
  units: readonly Unit[],
): Unit[] {
  return units
    .map((unit) => ({ unit, key: `${bytesToHex(chance.ticket(stage, unit.id))} ${unit.id}` }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ unit }) => unit);
}
