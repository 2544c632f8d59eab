/** Long work of the server, asked again and again while any of it is under way. */
import { queryOptions } from "@tanstack/react-query";
import type { Task, TaskList } from "../../api/task.contract.ts";
import { call } from "./request.ts";

const whileActive = 1_000;

export const tasksQuery = queryOptions({
  queryKey: ["tasks"],
  queryFn: ({ signal }) => call<TaskList>("GET", "/tasks", { signal }),
  refetchInterval: ({ state }) => (state.data?.tasks.some(isActive) ? whileActive : 60_000),
});

export function taskQuery(id: string) {
  return queryOptions({
    queryKey: ["tasks", id],
    queryFn: ({ signal }) => call<Task>("GET", `/tasks/${id}`, { signal }),
    refetchInterval: ({ state }) => (state.data === undefined || isActive(state.data) ? whileActive : false),
  });
}

export function isActive(task: Task): boolean {
  return task.state === "waiting" || task.state === "running";
}
