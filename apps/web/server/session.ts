/** Who is signed in, and signing in and out. */
import { queryOptions, useQuery } from "@tanstack/react-query";
import type { PasswordChange, Session, SignIn } from "../../../domain/access/session.contract.ts";
import type { Permission } from "../../../domain/access/role.contract.ts";
import { queryClient } from "./query-client.ts";
import { ProblemError, call, chooseGrant } from "./request.ts";
import { forgetTexts, keepTextsOf } from "./search-texts.ts";

/** The server wrote into the page whether a session came along; where none did, asking would only be refused. */
let mayBeSignedIn = document.querySelector<HTMLMetaElement>('meta[name="session"]')?.content !== "none";

/** null: nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: async ({ signal }): Promise<Session | null> => {
    if (!mayBeSignedIn) return null;
    try {
      const session = await call<Session>("GET", "/session", { signal });
      // Another tab may have changed the person.
      keepTextsOf(session.person.id);
      return session;
    } catch (error) {
      if (isSignedOut(error)) return null;
      throw error;
    }
  },
  staleTime: 60_000,
});

function isSignedOut(error: unknown): boolean {
  return error instanceof ProblemError && error.status === 401;
}

export async function signIn(input: SignIn): Promise<Session> {
  chooseGrant(null);
  const session = await call<Session>("POST", "/session", { body: input });
  mayBeSignedIn = true;
  keepTextsOf(session.person.id);
  queryClient.clear();
  queryClient.setQueryData(sessionQuery.queryKey, session);
  return session;
}

/**
 * Ends the session. One that is over already is no failure; any other refusal leaves the session open and everything as it was.
 * @throws ProblemError as long as the session is still open, or nobody knows whether it is
 */
export async function signOut(): Promise<void> {
  try {
    await call<null>("DELETE", "/session");
  } catch (error) {
    if (!isSignedOut(error)) throw error;
  }
  mayBeSignedIn = false;
  chooseGrant(null);
  forgetTexts();
  queryClient.clear();
}

/** Replies under this key were asked under a grant of their own. */
export const grantPlaceKey = "grant-place";

/** Everything else that was read so far was read under the other grant. */
export async function actUnder(grantId: string): Promise<Session | null> {
  chooseGrant(grantId);
  // The frame goes on looking at the session itself: a removed one it would never see again.
  const stays = new Set<unknown>([grantPlaceKey, ...sessionQuery.queryKey]);
  queryClient.removeQueries({ predicate: ({ queryKey }) => !stays.has(queryKey[0]) });
  return queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 });
}

export function changePassword(change: PasswordChange): Promise<null> {
  return call<null>("PUT", "/session/password", { body: change });
}

export function useActing(): Session["acting"] {
  return useQuery(sessionQuery).data?.acting ?? null;
}

/** True when the server said that the acting grant carries this permission. */
export function useMay(permission: Permission): boolean {
  return useActing()?.permissions.includes(permission) ?? false;
}
