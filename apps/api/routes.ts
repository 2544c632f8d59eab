/** All routes below /api/v1, one line a noun. */
import { personRoutes } from "../../domain/access/person.routes.ts";
import type { Routes } from "../../domain/access/routes.ts";
import { sessionRoutes } from "../../domain/access/session.routes.ts";
import { createSignInLimit } from "../../domain/access/sign-in-limit.ts";
import { codeListRoutes } from "../../domain/registry/code-list.routes.ts";
import { divisionRoutes } from "../../domain/registry/division.routes.ts";
import { eventRoutes } from "../../domain/audit/event.routes.ts";

export function apiRoutes(): Routes[] {
  return [sessionRoutes(createSignInLimit()), personRoutes, eventRoutes, codeListRoutes, divisionRoutes];
}
