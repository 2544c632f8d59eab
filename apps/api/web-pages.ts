/**
 * The built web application. Its one page is served for every address that is not the API's; the page carries the nonce
 * that its styles need (`<meta name="csp-nonce" content="__CSP_NONCE__">` is filled in).
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { RouteApp } from "../../domain/access/routes.ts";
import { sendNotFound } from "./problem-reply.ts";

export async function webPages(app: RouteApp, folder: string): Promise<void> {
  const page = await readFile(join(folder, "index.html"), "utf8").catch(() => null);
  app.setNotFoundHandler((request, reply) => {
    if (page === null || !wantsPage(request)) return sendNotFound(request, reply);
    return sendPage(page, reply);
  });
  if (page === null) return;
  await app.register(fastifyStatic, { root: folder, serve: false });
  app.get("/", {
    config: { permission: "public" },
    schema: { hide: true },
    handler: (_request, reply) => sendPage(page, reply),
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

function sendPage(page: string, reply: FastifyReply): FastifyReply {
  return reply
    .type("text/html; charset=utf-8")
    .header("cache-control", "no-cache")
    .send(page.replaceAll("__CSP_NONCE__", reply.cspNonce.style));
}
