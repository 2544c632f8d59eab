/** The accounts that a demo offers on its sign-in page. */
import { queryOptions } from "@tanstack/react-query";
import type { DemoReply } from "../../api/demo.contract.ts";
import { call } from "./request.ts";

export const demoQuery = queryOptions({
  queryKey: ["demo"],
  queryFn: ({ signal }) => call<DemoReply>("GET", "/demo", { signal }),
  staleTime: Infinity,
});
