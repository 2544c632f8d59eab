/** The area that the reader is in: that of the address, else the one visited last, else his own. */
import { useParams } from "@tanstack/react-router";
import { useActing } from "../server/session.ts";

let visited: { grant: string; area: string } | null = null;

/** 12 digits; null as long as nobody acts anywhere. */
export function useCurrentArea(): string | null {
  const acting = useActing();
  const { area } = useParams({ strict: false });
  if (!acting) return null;
  if (area !== undefined) visited = { grant: acting.id, area };
  return visited?.grant === acting.id ? visited.area : acting.areaCode;
}
