/** For the machines around us: is it alive, can it work, how does it fare. Nothing personal. */
import { sql } from "kysely";
import { Histogram, type Registry } from "prom-client";
import { z } from "zod";
import type { RouteApp } from "../../domain/access/routes.ts";
import { wholeCountry } from "../../platform/db/database.ts";

const Status = z.strictObject({ status: z.literal("ok") });

export function healthRoutes(app: RouteApp, registry: Registry): void {
  app.get("/healthz", {
    config: { permission: "public" },
    schema: { hide: true, response: { 200: Status } },
    handler: async () => ({ status: "ok" as const }),
  });

  app.get("/readyz", {
    config: { permission: "public" },
    schema: { hide: true, response: { 200: Status } },
    handler: async () => {
      await app.database.transaction(wholeCountry, { readOnly: true }, (tx) => sql`select 1`.execute(tx));
      return { status: "ok" as const };
    },
  });

  app.get("/metrics", {
    config: { permission: "public" },
    schema: { hide: true },
    handler: async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()),
  });
}

/** One log line and one measurement a request: method, route pattern, status, time. Never the URL itself. */
export function observeRequests(app: RouteApp, registry: Registry): void {
  const seconds = new Histogram({
    name: "jingzhun_http_request_seconds",
    help: "Time to answer a request",
    labelNames: ["method", "route", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 30],
    registers: [registry],
  });
  app.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "none";
    const labels = { method: request.method, route, status: reply.statusCode };
    seconds.observe(labels, reply.elapsedTime / 1000);
    request.log.info({ ...labels, ms: Math.round(reply.elapsedTime), requestId: request.id }, "request");
  });
}
