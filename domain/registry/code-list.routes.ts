/** URL of the code lists, for forms and filters. */
import type { Routes } from "../access/routes.ts";
import { CodeLists } from "./code-list.contract.ts";
import { listCodeLists } from "./code-list.ts";

export const codeListRoutes: Routes = (app) => {
  app.get("/code-lists", {
    config: { permission: "code-list.list" },
    schema: {
      operationId: "code-list.list",
      summary: "Codes and labels of all fields",
      tags: ["registry"],
      response: { 200: CodeLists },
    },
    handler: async () => ({ lists: listCodeLists() }),
  });
};
