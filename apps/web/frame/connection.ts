/** Whether the server can be reached, as far as the browser and the last answers tell. */
import { useSyncExternalStore } from "react";
import { isServerAway, subscribeServerAway } from "../server/query-client.ts";

export type Connection = "there" | "offline" | "away";

/** `offline`: this device has no network. `away`: it has, but the server does not answer. */
export function useConnection(): Connection {
  const online = useSyncExternalStore(subscribeOnline, () => navigator.onLine);
  const away = useSyncExternalStore(subscribeServerAway, isServerAway);
  if (!online) return "offline";
  return away ? "away" : "there";
}

function subscribeOnline(listener: () => void): () => void {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}
