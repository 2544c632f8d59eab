/** The area that the reader is in: that of the address, else the one visited last, else his own. */
import { useParams } from "@tanstack/react-router";
import { useEffect, useSyncExternalStore } from "react";
import { useActing } from "../server/session.ts";

interface Visit {
  grant: string;
  area: string;
}

const listeners = new Set<() => void>();
let lastVisit: Visit | null = null;

/** 12 digits; null as long as nobody acts anywhere. */
export function useCurrentArea(): string | null {
  const acting = useActing();
  const visit = useSyncExternalStore(subscribe, () => lastVisit);
  const { area } = useParams({ strict: false });
  if (!acting) return null;
  return area ?? (visit?.grant === acting.id ? visit.area : acting.areaCode);
}

/** Remembers the area of the address for the pages that have none; called once, by the frame. */
export function useRememberArea(): void {
  const acting = useActing();
  const { area } = useParams({ strict: false });
  useEffect(() => {
    if (!acting || area === undefined) return;
    lastVisit = { grant: acting.id, area };
    for (const listener of listeners) listener();
  }, [acting, area]);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
