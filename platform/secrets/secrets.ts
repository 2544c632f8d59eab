/** The key ring of this process: installed once at the start by the app, used by whatever seals or looks up. */
import { type BlindIndex, createBlindIndex } from "./blind-index.ts";
import { type Envelope, createEnvelope } from "./envelope.ts";
import type { KeyRing } from "./key-ring.ts";

export interface Secrets {
  envelope: Envelope;
  index: BlindIndex;
}

let installed: Secrets | undefined;

export function installKeys(ring: KeyRing): void {
  installed = { envelope: createEnvelope(ring), index: createBlindIndex(ring) };
}

/** @throws Error when the app installed no keys at its start */
export function secrets(): Secrets {
  if (!installed) throw new Error("No keys are installed: call installKeys at the start of the app");
  return installed;
}
