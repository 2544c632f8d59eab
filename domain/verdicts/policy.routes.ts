/** URL of the rules in force. */
import type { Routes } from "../access/routes.ts";
import { PolicyRules } from "./policy.contract.ts";
import { listPolicyRules } from "./policy.service.ts";

export const policyRoutes: Routes = (app) => {
  app.get("/policies/rules", {
    config: { permission: "policy.read" },
    schema: {
      operationId: "policy.read",
      summary: "Rules in force with words, source and dates",
      tags: ["verdicts"],
      response: { 200: PolicyRules },
    },
    handler: (request) => request.work(listPolicyRules),
  });
};
