/** URLs of trying a changed policy. They read the register and write the record of the trial, so they are POST. */
import type { Routes } from "../../access/routes.ts";
import { RuleKey, WhatIf, WhatIfQuestion, WhatIfRows, WhatIfRowsQuestion } from "./what-if.contract.ts";
import { tryPolicy } from "./what-if.service.ts";
import { listWhatIfRows } from "./what-if-rows.service.ts";

export const whatIfRoutes: Routes = (app) => {
  app.post("/policies/rules/:id/what-if", {
    config: { permission: "policy.what-if" },
    schema: {
      operationId: "policy.what-if",
      summary: "Who would change side under a changed line or condition; nothing is written",
      tags: ["verdicts"],
      params: RuleKey,
      body: WhatIfQuestion,
      response: { 200: WhatIf },
    },
    handler: (request) => request.work((work) => tryPolicy(work, request.params.id, request.body)),
  });

  app.post("/policies/rules/:id/what-if/rows", {
    config: { permission: "policy.what-if-list" },
    schema: {
      operationId: "policy.what-if-list",
      summary: "The households or members behind a what-if, a page at a time",
      tags: ["verdicts"],
      params: RuleKey,
      body: WhatIfRowsQuestion,
      response: { 200: WhatIfRows },
    },
    handler: (request) => request.work((work) => listWhatIfRows(work, request.params.id, request.body)),
  });
};
