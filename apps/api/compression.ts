/**
 * Long texts go out compressed: the verdicts of a household with all their reasons are 400 kB of JSON and a twentieth of it
 * on the wire. No reply holds a secret that its length could betray: the session's token lives in a cookie.
 */
import { Readable, pipeline } from "node:stream";
import { promisify } from "node:util";
import { createGzip, gzip } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { RouteApp } from "../../domain/access/routes.ts";

const compress = promisify(gzip);
/** A reply that fits into one packet gains nothing. */
const shortest = 1400;
const textTypes = /^(?:text\/|application\/(?:[\w.+-]*json|javascript)|image\/svg)/;

export function installCompression(app: RouteApp): void {
  app.addHook("onSend", async (request, reply, payload) => {
    if (!isWanted(request, reply)) return payload;
    if (typeof payload === "string" && payload.length >= shortest) {
      mark(reply);
      return compress(payload);
    }
    if (!(payload instanceof Readable)) return payload;
    mark(reply);
    // A reader who goes away ends both streams.
    return pipeline(payload, createGzip(), () => undefined);
  });
}

function isWanted(request: FastifyRequest, reply: FastifyReply): boolean {
  const accepts = /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
  const isText = textTypes.test(String(reply.getHeader("content-type") ?? ""));
  const isWhole = reply.statusCode !== 206 && request.method !== "HEAD";
  return accepts && isText && isWhole && !reply.hasHeader("content-encoding");
}

function mark(reply: FastifyReply): void {
  reply.header("content-encoding", "gzip").header("vary", "accept-encoding");
  reply.removeHeader("content-length");
}
