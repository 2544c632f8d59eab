/** Planned numbers of a place (计划数), the register's beside. */
import { queryOptions } from "@tanstack/react-query";
import type { TargetsOfArea } from "../../../domain/targets/target.contract.ts";
import { call } from "./request.ts";

export function targetsQuery(area: string) {
  return queryOptions({
    queryKey: ["targets", area],
    queryFn: ({ signal }) => call<TargetsOfArea>("GET", `/areas/${area}/targets`, { signal }),
  });
}
