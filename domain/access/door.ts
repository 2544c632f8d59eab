/**
 * The door of every route: who is signed in, under which grant, and whether the role has the route's permission. It
 * stands before the body is read. A route that names no permission stops the boot.
 */
import type { FastifyRequest, RouteOptions } from "fastify";
import { accessProblems } from "./access.problems.ts";
import type { RouteApp } from "./routes.ts";
import { type SignedIn, findSignedIn, renewSession, wantsRenewal } from "./session.service.ts";
import { systemWork, wholeCountryCode } from "./system-work.ts";
import { type Actor, type Work, can, scopeOf } from "./work.ts";

export const sessionCookie = "jingzhun_session";
export const grantHeader = "x-acting-grant";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/** Decorates `app` with `request.work` and guards all routes that are added afterwards. Needs cookies to be parsed. */
export function installDoor(app: RouteApp): void {
  const routes: RouteOptions[] = [];
  app.decorateRequest("signedIn", null);
  app.decorateRequest("work", runWork);
  app.addHook("onRoute", (route) => {
    routes.push(route);
  });
  app.addHook("onReady", async () => {
    const unnamed = routes.filter((route) => !route.config?.permission);
    const names = unnamed.map((route) => `${String(route.method)} ${route.url}`);
    if (names.length > 0) throw new Error(`Routes without a permission: ${names.join(", ")}`);
  });
  app.addHook("onRequest", admit);
}

async function admit(request: FastifyRequest): Promise<void> {
  if (request.is404) return;
  refuseOtherSites(request);
  const { permission } = request.routeOptions.config;
  if (permission === "public") return;
  request.signedIn = await signedInBy(request);
  if (permission === "self") return;
  // Whoever set the password knows it: until it is changed, the person may only do that, or leave.
  if (request.signedIn.mustChangePassword) throw accessProblems["access.password-change-needed"]();
  const actor = actorOf(request);
  if (!can(actor, permission)) throw accessProblems["access.not-permitted"]();
}

/** Reads the cookie's session; extends it when it is past half of its life. @throws Problem access.sign-in-needed */
async function signedInBy(request: FastifyRequest): Promise<SignedIn> {
  const token = request.cookies[sessionCookie];
  if (!token) throw accessProblems["access.sign-in-needed"]();
  const { database, clock } = request.server;
  const now = clock.now();
  const asked = request.headers[grantHeader];
  const grantId = typeof asked === "string" && asked !== "" ? asked : null;
  const signedIn = await database.transaction(scopeOf(wholeCountryCode), { readOnly: true }, (tx) =>
    findSignedIn(tx, now, token, grantId),
  );
  if (!signedIn) throw accessProblems["access.sign-in-needed"]();
  if (wantsRenewal(signedIn, now)) {
    await systemWork(database, wholeCountryCode, now, (work) => renewSession(work, signedIn));
  }
  return signedIn;
}

function actorOf(request: FastifyRequest): Actor {
  if (!request.signedIn) throw accessProblems["access.sign-in-needed"]();
  if (!request.signedIn.acting) throw accessProblems["access.no-grant"]();
  return request.signedIn.acting;
}

async function runWork<T>(this: FastifyRequest, use: (work: Work) => Promise<T>): Promise<T> {
  const actor = actorOf(this);
  const { database, clock } = this.server;
  const readOnly = safeMethods.has(this.method) || this.routeOptions.config.readOnly === true;
  return database.transaction(scopeOf(actor.areaCode), { readOnly }, (tx) =>
    use({ actor, tx, now: clock.now() }),
  );
}

/** The cookie is SameSite=Strict; this also stops what a browser of another site could still send. */
function refuseOtherSites(request: FastifyRequest): void {
  if (safeMethods.has(request.method)) return;
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined) {
    if (site !== "same-origin" && site !== "none") throw accessProblems["access.cross-site"]();
    return;
  }
  const { origin } = request.headers;
  if (origin !== undefined && !isOwnOrigin(origin, request.host)) throw accessProblems["access.cross-site"]();
}

function isOwnOrigin(origin: string, host: string): boolean {
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  // Read the same way, so that a port that goes without saying makes no difference.
  const own = `${from.protocol}//${host}`;
  return URL.canParse(own) && new URL(own).host === from.host;
}
