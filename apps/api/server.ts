/** The HTTP server: wires plugins, door, replies, routes and pages. It listens nowhere by itself. */
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import multipart from "@fastify/multipart";
import Fastify, { type FastifyBaseLogger, LogController } from "fastify";
import { type ZodTypeProvider, serializerCompiler } from "fastify-type-provider-zod";
import { Registry } from "prom-client";
import { installDoor } from "../../domain/access/door.ts";
import type { RouteApp, Routes } from "../../domain/access/routes.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db/database.ts";
import { installCompression } from "./compression.ts";
import { documentationRoutes, installDocumentation } from "./documentation.ts";
import { healthRoutes, observeRequests } from "./health.routes.ts";
import { installProblemReplies } from "./problem-reply.ts";
import { checkRequest } from "./validation.ts";
import { webPages } from "./web-pages.ts";

export interface ServerParts {
  database: Database;
  log: FastifyBaseLogger;
  clock: Clock;
  routes: Routes[];
  /** Where measurements are kept; a fresh registry when absent. */
  metrics?: Registry;
  /** The built web application; the one of this checkout when absent. */
  webFolder?: string;
}

const megabyte = 1024 * 1024;
const builtWebFolder = join(import.meta.dirname, "../web/dist");

export async function buildServer(parts: ServerParts): Promise<RouteApp> {
  const app: RouteApp = Fastify({
    loggerInstance: parts.log,
    // One line of our own instead (health.routes.ts): Fastify's would hold the URL.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: megabyte,
    // A proxy on this machine may say whom it speaks for; nobody else may.
    trustProxy: "loopback",
  }).withTypeProvider<ZodTypeProvider>();
  app.decorate("database", parts.database);
  app.decorate("clock", parts.clock);
  app.setValidatorCompiler(checkRequest);
  app.setSerializerCompiler(serializerCompiler);
  // A form of another site can send text/plain without asking first; we never need it.
  app.removeContentTypeParser("text/plain");
  installProblemReplies(app);
  installCompression(app);
  await installPlugins(app);
  const metrics = parts.metrics ?? new Registry();
  observeRequests(app, metrics);
  installDoor(app);
  await app.register(
    async (api) => {
      for (const routes of parts.routes) await routes(api.withTypeProvider<ZodTypeProvider>());
    },
    { prefix: "/api/v1" },
  );
  healthRoutes(app, metrics);
  await documentationRoutes(app);
  await webPages(app, parts.webFolder ?? builtWebFolder);
  await app.ready();
  return app;
}

async function installPlugins(app: RouteApp): Promise<void> {
  await app.register(cookie);
  await app.register(helmet, {
    enableCSPNonces: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", "data:", "blob:"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
      },
    },
  });
  await app.register(multipart, { limits: { fileSize: 120 * megabyte, files: 1, fields: 20 } });
  await installDocumentation(app);
}
