/**
 * The built web application. Its one page is served for every address that is not the API's; the page carries the nonce
 * that its styles need (`<meta name="csp-nonce" content="__CSP_NONCE__">` is filled in), and says whether the browser sent a
 * session along (`__SESSION__`: scripts cannot read the cookie), so that nobody asks in vain who is signed in.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyReply, FastifyRequest } from "fastify";
import type {} from "@fastify/cookie";
import { sessionCookie } from "../../domain/access/door.ts";
import type { RouteApp } from "../../domain/access/routes.ts";
import { sendNotFound } from "./problem-reply.ts";

export async function webPages(app: RouteApp, folder: string): Promise<void> {
  const page = await readFile(join(folder, "index.html"), "utf8").catch(() => null);
  app.setNotFoundHandler((request, reply) => {
    if (page === null || !wantsPage(request)) return sendNotFound(request, reply);
    return sendPage(page, request, reply);
  });
  if (page === null) return;
  await app.register(fastifyStatic, { root: folder, serve: false });
  app.get("/", {
    config: { permission: "public" },
    schema: { hide: true },
    handler: (request, reply) => sendPage(page, request, reply),
  });
  app.get("/assets/*", {
    config: { permission: "public" },
    schema: { hide: true },
    // The build puts a hash into each name.
    handler: (request, reply) =>
      reply.sendFile(new URL(request.url, "http://local").pathname, { maxAge: "365d", immutable: true }),
  });
}

function wantsPage(request: FastifyRequest): boolean {
  const isRead = request.method === "GET" || request.method === "HEAD";
  const accepts = request.headers.accept?.includes("text/html") ?? false;
  return isRead && accepts && !request.url.startsWith("/api/") && !request.url.startsWith("/assets/");
}

function sendPage(page: string, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const session = request.cookies[sessionCookie] === undefined ? "none" : "sent";
  return reply
    .type("text/html; charset=utf-8")
    .header("cache-control", "no-cache")
    .send(page.replaceAll("__CSP_NONCE__", reply.cspNonce.style).replaceAll("__SESSION__", session));
}
