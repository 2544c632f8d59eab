/**
 * Calls of the program's own API: JSON in and out below /api/v1. Any failure is a ProblemError that carries the
 * sentence in both languages; a server that cannot be reached is one, too. Replies have the shape of their contract:
 * the server checks each of them against it before sending.
 */
export interface RequestIssue {
  path: (string | number)[];
  zh: string;
  en: string;
}

interface ProblemBody {
  status: number;
  code: string;
  zh: string;
  en: string;
  detail?: Record<string, string | number>;
  issues?: RequestIssue[];
}

export class ProblemError extends Error {
  readonly status: number;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** The values inside the sentence. */
  readonly detail: Record<string, string | number>;
  readonly issues: RequestIssue[];

  constructor(body: ProblemBody) {
    super(body.code);
    this.name = "ProblemError";
    this.status = body.status;
    this.code = body.code;
    this.zh = body.zh;
    this.en = body.en;
    this.detail = body.detail ?? {};
    this.issues = body.issues ?? [];
  }
}

interface Call {
  body?: unknown;
  form?: FormData;
  signal?: AbortSignal;
  /** Asked under this grant instead of the one that the tab acts under. */
  grantId?: string;
}

const grantKey = "jingzhun.grant";

/** The grant under which this tab acts; the server takes the first one when none is named. */
export function chooseGrant(grantId: string | null): void {
  if (grantId === null) sessionStorage.removeItem(grantKey);
  else sessionStorage.setItem(grantKey, grantId);
}

/** Fetches a file and hands it to the browser to keep. */
export async function download(path: string): Promise<void> {
  const response = await send("GET", path, {});
  const named = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get("content-disposition") ?? "");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = decodeURIComponent(named?.[1] ?? "");
  link.click();
  URL.revokeObjectURL(link.href);
}

export async function call<Reply>(method: string, path: string, parts: Call = {}): Promise<Reply> {
  const response = await send(method, path, parts);
  const text = await response.text();
  const reply: Reply = JSON.parse(text === "" ? "null" : text);
  return reply;
}

async function send(method: string, path: string, { body, form, signal, grantId }: Call): Promise<Response> {
  const headers = new Headers({ accept: "application/json" });
  const grant = grantId ?? sessionStorage.getItem(grantKey);
  if (grant !== null) headers.set("x-acting-grant", grant);
  if (body !== undefined) headers.set("content-type", "application/json");
  const sent = form ?? (body === undefined ? null : JSON.stringify(body));
  const response = await reach(`/api/v1${path}`, { method, headers, body: sent, signal: signal ?? null });
  if (!response.ok) throw await problemOf(response);
  return response;
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw unreachable();
  }
}

export function unreachable(): ProblemError {
  return new ProblemError({
    status: 0,
    code: "network.unreachable",
    zh: "连接不上服务器，这一步没有完成。请检查网络后再试；已填写的内容仍在页面上。",
    en: "The server cannot be reached and nothing was done. Check the network and try again; what you typed is still on the page.",
  });
}

async function problemOf(response: Response): Promise<ProblemError> {
  try {
    const body: ProblemBody = await response.json();
    return new ProblemError(body);
  } catch {
    return new ProblemError({
      status: response.status,
      code: "network.unreadable",
      zh: `服务器的回复无法读取（${response.status}），请稍后再试。`,
      en: `The reply of the server cannot be read (${response.status}): try again later.`,
    });
  }
}
