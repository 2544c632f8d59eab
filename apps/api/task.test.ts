import { expect, test } from "vitest";
import { rolledBack } from "../../test/api.ts";
import { aRosterCsv, upload } from "../../test/import-scene.ts";
import { startWork } from "../../platform/jobs/task.service.ts";
import type { TaskState } from "../../platform/jobs/task.ts";
import { updateTask } from "../../platform/jobs/task.sql.ts";
import type { Task, TaskList } from "./task.contract.ts";

const evaluation = {
  kind: "verdict.evaluate",
  areaCode: "411702000000",
  input: { areaCode: "411702000000" },
};

test("a task shows its state to whoever started it and to the same area", () =>
  rolledBack(async (t) => {
    const officer = await t.aPerson();
    const colleague = await t.aPerson();
    const id = await t.asSystem((work) =>
      startWork(work.tx, work.now, { ...evaluation, personId: officer.id }),
    );
    const reply = await t.as(officer).get<Task>(`/tasks/${id}`);
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({
      id,
      kind: "verdict.evaluate",
      state: "waiting",
      done: 0,
      total: 0,
      problem: null,
    });
    expect((await t.as(officer).get<TaskList>("/tasks")).body.tasks).toHaveLength(1);
    expect((await t.as(colleague).get<Task>(`/tasks/${id}`)).status).toBe(200);
    expect((await t.as(colleague).get<TaskList>("/tasks")).body.tasks).toEqual([]);
  }));

test("a task of another area, or none, is not found, and nobody looks without signing in", () =>
  rolledBack(async (t) => {
    const elsewhere = await t.aPerson({ areaCode: "621022000000" });
    const id = await t.asSystem((work) =>
      startWork(work.tx, work.now, { ...evaluation, personId: elsewhere.id }),
    );
    const reply = await t.as(elsewhere).get(`/tasks/${id}`);
    expect([reply.status, reply.body.code]).toEqual([404, "task.not-found"]);
    expect((await t.as(elsewhere).get("/tasks/not-an-id")).status).toBe(404);
    expect((await t.anyone.get("/tasks")).status).toBe(401);
  }));

test("a running import says which step it is at", () =>
  rolledBack(async (t) => {
    const officer = await t.aPerson();
    const id = await t.asSystem((work) =>
      startWork(work.tx, work.now, { ...evaluation, kind: "import.preview", personId: officer.id }),
    );
    const atStep = async (state: TaskState) => {
      const change = { state, done: 4000, result: { step: "read" } };
      await t.asSystem((work) => updateTask(work.tx, id, work.now, change));
      return (await t.as(officer).get<Task>(`/tasks/${id}`)).body;
    };
    expect(await atStep("running")).toMatchObject({ step: "read", done: 4000, total: 0, result: null });
    expect((await atStep("failed")).step).toBeNull();
  }));

test("work on imports says which one it is", () =>
  rolledBack(async (t) => {
    const officer = t.as(await t.aPerson());
    const ids = [];
    for (const place of ["孟庄村", "王坡村"]) ids.push((await upload(officer, aRosterCsv([place]))).body.id);
    const { tasks } = (await officer.get<TaskList>("/tasks")).body;
    expect(tasks.map(({ importId }) => importId).sort()).toEqual(ids.sort());
  }));
