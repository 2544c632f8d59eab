/** URLs of signing in and out. The token travels in a cookie that scripts cannot read and other sites cannot send. */
import type {} from "@fastify/cookie";
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { accessProblems } from "./access.problems.ts";
import { sessionCookie } from "./door.ts";
import type { RouteApp, Routes } from "./routes.ts";
import { PasswordChange, Session, SignIn } from "./session.contract.ts";
import {
  type SignedIn,
  changePassword,
  endSession,
  findSignedIn,
  presentSession,
  signIn,
} from "./session.service.ts";
import type { SignInLimit } from "./sign-in-limit.ts";
import { systemWork, wholeCountryCode } from "./system-work.ts";
import type { Work } from "./work.ts";

const cookie = { path: "/", httpOnly: true, sameSite: "strict", secure: "auto" } as const;
const tags = ["access"];

export const sessionRoutes =
  (limit: SignInLimit): Routes =>
  (app) => {
    enter(app, limit);
    readAndLeave(app);
    changeOwnPassword(app, limit);
  };

function enter(app: RouteApp, limit: SignInLimit): void {
  app.post("/session", {
    config: { permission: "public" },
    schema: {
      operationId: "session.create",
      summary: "Sign in",
      tags,
      body: SignIn,
      response: { 201: Session },
    },
    handler: async (request, reply) => {
      const { login } = request.body;
      await limit.countTry(login, request.ip);
      const token = await asSystem(request, (work) => signIn(work, request.body));
      if (token === null) throw accessProblems["access.wrong-password"]();
      await limit.forgive(login, request.ip);
      const signedIn = await asSystem(request, (work) => findSignedIn(work.tx, work.now, token, null));
      if (!signedIn) throw accessProblems["access.sign-in-needed"]();
      return reply.setCookie(sessionCookie, token, cookie).code(201).send(presentSession(signedIn));
    },
  });
}

function readAndLeave(app: RouteApp): void {
  app.get("/session", {
    config: { permission: "self" },
    schema: { operationId: "session.read", summary: "Who am I", tags, response: { 200: Session } },
    handler: async (request) => presentSession(me(request)),
  });

  app.delete("/session", {
    config: { permission: "self" },
    schema: { operationId: "session.delete", summary: "Sign out", tags, response: { 204: z.null() } },
    handler: async (request, reply) => {
      await asSystem(request, (work) => endSession(work, me(request)));
      return reply.clearCookie(sessionCookie, cookie).code(204).send(null);
    },
  });
}

function changeOwnPassword(app: RouteApp, limit: SignInLimit): void {
  app.put("/session/password", {
    config: { permission: "self" },
    schema: {
      operationId: "session.change-password",
      summary: "Change one's own password",
      tags,
      body: PasswordChange,
      response: { 204: z.null() },
    },
    handler: async (request, reply) => {
      const { login } = me(request);
      await limit.countTry(login, request.ip);
      const changed = await asSystem(request, (work) => changePassword(work, me(request), request.body));
      if (!changed) throw accessProblems["access.wrong-password"]();
      await limit.forgive(login, request.ip);
      return reply.code(204).send(null);
    },
  });
}

/** Signing in and out concerns a person and no place: these transactions see the whole country. */
function asSystem<T>(request: FastifyRequest, use: (work: Work) => Promise<T>): Promise<T> {
  const { database, clock } = request.server;
  return systemWork(database, wholeCountryCode, clock.now(), use);
}

function me(request: FastifyRequest): SignedIn {
  if (!request.signedIn) throw accessProblems["access.sign-in-needed"]();
  return request.signedIn;
}
