/** Places and their figures. */
import { queryOptions, useQuery } from "@tanstack/react-query";
import type { AreaFigures } from "../../../domain/verdicts/figures/figure.contract.ts";
import type { Rank, RankQuery } from "../../../domain/verdicts/figures/rank.contract.ts";
import type { SeriesOfArea } from "../../../domain/verdicts/figures/series.contract.ts";
import type { Area } from "../../../domain/registry/division.contract.ts";
import type { Grant } from "../../../domain/access/session.contract.ts";
import type { StartedTask } from "../../api/task.contract.ts";
import { keepWhileSame } from "./keep-while-same.ts";
import { queryClient } from "./query-client.ts";
import { call } from "./request.ts";
import { grantPlaceKey } from "./session.ts";

const whileEvaluating = 2_000;

export function areaQuery(code: string) {
  return queryOptions({
    queryKey: ["area", code],
    queryFn: ({ signal }) => call<Area>("GET", `/areas/${code}`, { signal }),
    staleTime: 10 * 60_000,
  });
}

/** The place of a grant, asked under that grant: under the acting one it may be out of sight. */
export function grantPlaceQuery({ id, areaCode }: Grant) {
  return queryOptions({
    queryKey: [grantPlaceKey, id],
    queryFn: ({ signal }) => call<Area>("GET", `/areas/${areaCode}`, { signal, grantId: id }),
    staleTime: Infinity,
  });
}

/** Empty until the name is known, and without a place: twelve digits are no name to a reader. */
export function useAreaName(code: string | null): string {
  const { data } = useQuery({ ...areaQuery(code ?? ""), enabled: code !== null });
  return data?.name ?? "";
}

export function figuresQuery(area: string, year: number | undefined) {
  return queryOptions({
    queryKey: ["figures", area, year ?? null],
    queryFn: ({ signal }) =>
      call<AreaFigures>("GET", `/areas/${area}/figures${year === undefined ? "" : `?year=${year}`}`, {
        signal,
      }),
    placeholderData: keepWhileSame(area),
    refetchInterval: ({ state }) => (state.data?.evaluating ? whileEvaluating : false),
  });
}

export function rankQuery(area: string, asked: RankQuery) {
  const search = new URLSearchParams(
    Object.entries(asked).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])),
  );
  return queryOptions({
    queryKey: ["figures", area, "rank", asked],
    queryFn: ({ signal }) => call<Rank>("GET", `/areas/${area}/rank?${search}`, { signal }),
    placeholderData: keepWhileSame(area),
  });
}

export function seriesQuery(area: string) {
  return queryOptions({
    queryKey: ["figures", area, "series"],
    queryFn: ({ signal }) => call<SeriesOfArea>("GET", `/areas/${area}/series`, { signal }),
  });
}

export async function startEvaluation(area: string, year: number): Promise<StartedTask> {
  const started = await call<StartedTask>("POST", `/areas/${area}/evaluations`, { body: { year } });
  void queryClient.invalidateQueries({ queryKey: ["figures"] });
  return started;
}
