/** URL of the demo accounts. Only `start` on its own demo names any; everywhere else the answer is that there is none. */
import type { Routes } from "../../domain/access/routes.ts";
import { type Demo, DemoReply } from "./demo.contract.ts";

export const demoRoutes =
  (demo: Demo | null): Routes =>
  (app) => {
    app.get("/demo", {
      config: { permission: "public" },
      schema: {
        operationId: "demo.read",
        summary: "Accounts of the demo, when this house runs one",
        tags: ["access"],
        response: { 200: DemoReply },
      },
      handler: () => ({ demo }),
    });
  };
