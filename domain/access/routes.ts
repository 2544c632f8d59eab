/**
 * What a route file is written against. A route names its permission (or spells out `public`), its schemas in and out,
 * and makes one call through `request.work`, which is one transaction: the reply leaves after the commit.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from "fastify";
// Only for the types: summary, tags and operationId of a route's schema.
import type {} from "@fastify/swagger";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db/database.ts";
import type { Permission } from "./role.contract.ts";
import type { SignedIn } from "./session.service.ts";
import type { Work } from "./work.ts";

export type RouteApp = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** The routes of one noun. URLs are below /api/v1. */
export type Routes = (app: RouteApp) => Promise<void> | void;

declare module "fastify" {
  interface FastifyContextConfig {
    /** Checked at the door, before the body is read. `self`: any signed-in person, about himself. */
    permission: Permission | "public" | "self";
    /** For a POST that only reads (searches keep personal data out of URLs): its transaction is read-only. */
    readOnly?: true;
  }

  interface FastifyRequest {
    /** Who is signed in and under which grant this request acts; null on public routes without a session. */
    signedIn: SignedIn | null;
    /**
     * Runs `use` as one transaction under the area of the acting grant; GET is read-only.
     * @throws Problem access.sign-in-needed, access.not-permitted
     */
    work<T>(use: (work: Work) => Promise<T>): Promise<T>;
  }

  interface FastifyInstance {
    database: Database;
    clock: Clock;
  }
}
