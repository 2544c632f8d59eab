/** DuckDB beside us: the same work on the same files, in the same run. */
import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";

export type Peer = DuckDBConnection;

export async function openPeer(): Promise<Peer> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
  return instance.connect();
}

/** First column of the first row as a number. */
export async function peerNumber(peer: Peer, query: string): Promise<number> {
  const reader = await peer.runAndReadAll(query);
  return Number(reader.getRows()[0]?.[0]);
}
