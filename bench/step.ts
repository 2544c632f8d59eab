/** The shape of a measured step, and how it is put together. */
import { loadavg } from "node:os";
import type { Usage } from "./cpu.ts";

export interface StepResult {
  step: string;
  households: number;
  wallSeconds: number;
  /** Our process and the database server together. */
  cpuSeconds: number;
  peer: string | null;
  peerCpuSeconds: number | null;
  /** cpuSeconds ÷ peerCpuSeconds. */
  ratio: number | null;
  /** Steps that are single calls also say how long one call takes. */
  calls?: number;
  p50Milliseconds?: number;
  p95Milliseconds?: number;
  maxMilliseconds?: number;
  /** Presses in a browser: how many of them asked the server, and how long it took for them. */
  requests?: number;
  requestP95Milliseconds?: number;
  /** Answers that stopped counting before the end. */
  inexact?: number;
  /** Of the last minute: on a busy machine single calls take longer. */
  load?: number;
}

export function stepOf(
  step: string,
  households: number,
  own: Usage,
  peer?: Usage & { name: string },
): StepResult {
  return {
    step,
    households,
    wallSeconds: round(own.wall),
    cpuSeconds: round(own.cpu),
    peer: peer?.name ?? null,
    peerCpuSeconds: peer ? round(peer.cpu) : null,
    ratio: peer && peer.cpu > 0 ? round(own.cpu / peer.cpu) : null,
  };
}

/** Adds the median and the 95th percentile of single calls, in milliseconds. */
export function withCalls(step: StepResult, milliseconds: number[]): StepResult {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  const at = (share: number): number =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
  const spread = { p50Milliseconds: at(0.5), p95Milliseconds: at(0.95), maxMilliseconds: at(1) };
  return { ...step, calls: sorted.length, ...spread, load: round(loadavg()[0] ?? 0) };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
