/** URLs of people, for administrators. */
import { NewGrant, NewPerson, Person, PersonKey, PersonList } from "./person.contract.ts";
import { type FindHelper, addPerson, disablePerson, grantRole, listPeople } from "./person.service.ts";
import type { RouteApp, Routes } from "./routes.ts";

const tags = ["access"];

export function personRoutes(findHelper: FindHelper): Routes {
  return (app) => {
    listAndAdd(app, findHelper);
    changeOne(app, findHelper);
  };
}

function listAndAdd(app: RouteApp, findHelper: FindHelper): void {
  app.get("/people", {
    config: { permission: "person.list" },
    schema: {
      operationId: "person.list",
      summary: "People with a role in the area",
      tags,
      response: { 200: PersonList },
    },
    handler: (request) => request.work(async (work) => ({ people: await listPeople(work) })),
  });

  app.post("/people", {
    config: { permission: "person.add" },
    schema: {
      operationId: "person.add",
      summary: "Add a person with at least one role",
      tags,
      body: NewPerson,
      response: { 201: Person },
    },
    handler: async (request, reply) => {
      const person = await request.work((work) => addPerson(work, findHelper, request.body));
      return reply.code(201).send(person);
    },
  });
}

function changeOne(app: RouteApp, findHelper: FindHelper): void {
  app.post("/people/:id/grants", {
    config: { permission: "person.grant" },
    schema: {
      operationId: "person.grant",
      summary: "Give a person a role at a place",
      tags,
      params: PersonKey,
      body: NewGrant,
      response: { 201: Person },
    },
    handler: async (request, reply) => {
      const person = await request.work((work) =>
        grantRole(work, findHelper, request.params.id, request.body),
      );
      return reply.code(201).send(person);
    },
  });

  app.post("/people/:id/disable", {
    config: { permission: "person.disable" },
    schema: {
      operationId: "person.disable",
      summary: "End a person's access at once",
      tags,
      params: PersonKey,
      response: { 200: Person },
    },
    handler: (request) => request.work((work) => disablePerson(work, request.params.id)),
  });
}
