/** A small HTTP client over the server in this process. */
import type { RouteApp } from "../domain/access/routes.ts";

export interface Reply<Body> {
  status: number;
  body: Body;
  headers: Record<string, string | string[] | number | undefined>;
}

export type Headers = Record<string, string>;

/** URLs are below /api/v1. `Body` is what the test expects; nothing checks it but the test. */
export interface Client {
  get<Body = ProblemBody>(url: string, headers?: Headers): Promise<Reply<Body>>;
  post<Body = ProblemBody>(url: string, body?: unknown, headers?: Headers): Promise<Reply<Body>>;
  put<Body = ProblemBody>(url: string, body?: unknown, headers?: Headers): Promise<Reply<Body>>;
  patch<Body = ProblemBody>(url: string, body?: unknown, headers?: Headers): Promise<Reply<Body>>;
  delete<Body = ProblemBody>(url: string, headers?: Headers): Promise<Reply<Body>>;
}

export interface ProblemBody {
  code: string;
  status: number;
  title: string;
  zh: string;
  en: string;
  issues?: { path: (string | number)[]; zh: string; en: string }[];
}

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

export function clientOf(app: RouteApp, own: Headers): Client {
  async function send<Body>(
    method: Method,
    url: string,
    headers?: Headers,
    body?: unknown,
  ): Promise<Reply<Body>> {
    const reply = await app.inject({
      method,
      url: `/api/v1${url}`,
      headers: { ...own, ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    const isJson = /json/.test(String(reply.headers["content-type"]));
    return {
      status: reply.statusCode,
      headers: reply.headers,
      body: (isJson ? reply.json() : reply.body) as Body,
    };
  }
  return {
    get: (url, headers) => send("GET", url, headers),
    post: (url, body, headers) => send("POST", url, headers, body),
    put: (url, body, headers) => send("PUT", url, headers, body),
    patch: (url, body, headers) => send("PATCH", url, headers, body),
    delete: (url, headers) => send("DELETE", url, headers),
  };
}
