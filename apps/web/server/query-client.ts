/** Cache of replies. What the server refused is not asked again; a lost connection is tried again when it is back. */
import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { ProblemError } from "./request.ts";

let sessionEnded = (): void => {};

/** `listener` runs when the server no longer knows who we are. */
export function onSessionEnd(listener: () => void): void {
  sessionEnded = listener;
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeSessionEnd }),
  mutationCache: new MutationCache({ onError: noticeSessionEnd }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (count, error) => count < 2 && isPassing(error),
    },
    // Without a network a command is refused at once, in words: one that waits unseen would surprise its writer later.
    mutations: { networkMode: "always" },
  },
});

function noticeSessionEnd(error: unknown): void {
  if (error instanceof ProblemError && error.code === "access.sign-in-needed") sessionEnded();
}

function isPassing(error: unknown): boolean {
  return !(error instanceof ProblemError) || error.status === 0 || error.status === 503;
}

/** True while something that a page shows could not be read again because the server cannot be reached. */
export function isServerAway(): boolean {
  return queryClient
    .getQueryCache()
    .getAll()
    .some((query) => isUnreachable(query.state.error) && query.isActive());
}

export function subscribeServerAway(listener: () => void): () => void {
  return queryClient.getQueryCache().subscribe(listener);
}

function isUnreachable(error: unknown): boolean {
  return error instanceof ProblemError && error.status === 0;
}
