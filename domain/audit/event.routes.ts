/** URLs of the audit record. */
import type { Routes } from "../access/routes.ts";
import { EventPage, EventQuery, RecordedPeople } from "./event.contract.ts";
import { type RegisterWords, listRecordedPeople, pageOfEvents } from "./event-page.service.ts";

const tags = ["audit"];

export function eventRoutes(words: RegisterWords): Routes {
  return (app) => {
    app.get("/audit/events", {
      config: { permission: "audit.read" },
      schema: {
        operationId: "audit.read",
        summary: "What was done in the area, newest first",
        tags,
        querystring: EventQuery,
        response: { 200: EventPage },
      },
      handler: (request) => request.work((work) => pageOfEvents(work, words, request.query)),
    });
    app.get("/audit/people", {
      config: { permission: "audit.list-people" },
      schema: {
        operationId: "audit.list-people",
        summary: "Whose entries can be asked for",
        tags,
        response: { 200: RecordedPeople },
      },
      handler: (request) => request.work((work) => listRecordedPeople(work, words)),
    });
  };
}
