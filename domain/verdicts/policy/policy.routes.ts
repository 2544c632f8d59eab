/** URLs of the rules and lines in force. */
import { z } from "zod";
import { InputText } from "../../../platform/input.contract.ts";
import type { Routes } from "../../access/routes.ts";
import { PolicyLines, PolicyRulePage, PolicyRules } from "./policy.contract.ts";
import { getPolicyRule, listPolicyLines, listPolicyRules } from "./policy.service.ts";

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

  app.get("/policies/rules/:id", {
    config: { permission: "policy.read-rule" },
    schema: {
      operationId: "policy.read-rule",
      summary: "One rule in force with its worked examples",
      tags: ["verdicts"],
      params: z.strictObject({ id: InputText.max(80) }),
      response: { 200: PolicyRulePage },
    },
    handler: (request) => request.work((work) => getPolicyRule(work, request.params.id)),
  });

  app.get("/policies/lines", {
    config: { permission: "policy.read-lines" },
    schema: {
      operationId: "policy.read-lines",
      summary: "Poverty and monitoring lines by year and place",
      tags: ["verdicts"],
      response: { 200: PolicyLines },
    },
    handler: (request) => request.work(listPolicyLines),
  });
};
