/**
 * A page's code, loaded when it is first opened. Code that is missing means a newer version, and the router then reads the
 * whole face anew; where the server cannot be reached that would leave the reader with the browser's own error page, so
 * a lost connection is told apart and is said in words.
 */
import { lazyRouteComponent } from "@tanstack/react-router";
import { unreachable } from "../server/request.ts";

export function lazyPage<Module extends Record<string, unknown>, Name extends keyof Module & string>(
  load: () => Promise<Module>,
  name: Name,
) {
  return lazyRouteComponent(async () => {
    try {
      return await load();
    } catch (error) {
      throw (await answers()) ? error : unreachable();
    }
  }, name);
}

async function answers(): Promise<boolean> {
  try {
    return (await fetch("/healthz", { cache: "no-store" })).ok;
  } catch {
    return false;
  }
}
