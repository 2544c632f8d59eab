/** URL of the audit record. */
import type { Routes } from "../access/routes.ts";
import { EventPage, EventQuery } from "./event.contract.ts";
import { pageOfEvents } from "./event.service.ts";

export const eventRoutes: Routes = (app) => {
  app.get("/audit/events", {
    config: { permission: "audit.read" },
    schema: {
      operationId: "audit.read",
      summary: "What was done in the area, newest first",
      tags: ["audit"],
      querystring: EventQuery,
      response: { 200: EventPage },
    },
    handler: (request) => request.work((work) => pageOfEvents(work, request.query)),
  });
};
