/** URLs of one household. They carry the county; nothing personal stands in them. */
import type { Routes } from "../access/routes.ts";
import {
  BookKey,
  Household,
  HouseholdEdit,
  HouseholdKey,
  HouseholdQuery,
  OpenHousehold,
  OpenedHousehold,
} from "./household.contract.ts";
import { updateHousehold } from "./household-edit.service.ts";
import { getHousehold, openHousehold } from "./household.service.ts";
import type { RegisterListener } from "./register-listener.ts";

const tags = ["registry"];

export const householdRoutes =
  (listener: RegisterListener): Routes =>
  (app) => {
    app.get("/counties/:county/households/:id", {
      config: { permission: "household.read" },
      schema: {
        operationId: "household.read",
        summary: "A household in the book of a year, masked",
        tags,
        params: HouseholdKey,
        querystring: HouseholdQuery,
        response: { 200: Household },
      },
      handler: (request) => request.work((work) => getHousehold(work, request.params, request.query.year)),
    });

    app.patch("/counties/:county/households/:id/books/:year", {
      config: { permission: "household.update" },
      schema: {
        operationId: "household.update",
        summary: "Change what is named of a household's book",
        tags,
        params: BookKey,
        body: HouseholdEdit,
        response: { 200: Household },
      },
      handler: (request) =>
        request.work((work) => updateHousehold(work, listener, request.params, request.body)),
    });

    app.post("/counties/:county/households/:id/open", {
      config: { permission: "household.open" },
      schema: {
        operationId: "household.open",
        summary: "Names, id numbers and phones in full, for a purpose that is recorded",
        tags,
        params: HouseholdKey,
        body: OpenHousehold,
        response: { 200: OpenedHousehold },
      },
      handler: (request) => request.work((work) => openHousehold(work, request.params, request.body)),
    });
  };
