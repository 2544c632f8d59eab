/**
 * npm run build:recheck [-- FILE]: the page for strangers as one file, the same byte for byte on every machine. Prints its
 * SHA-256, so that a reader can compare the page that they were given with the one that the source gives.
 */
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "vite";

const folder = import.meta.dirname;

/** @returns the text of the page */
export async function buildRecheckPage(): Promise<string> {
  const [page, style, worker, script] = await Promise.all([
    readFile(join(folder, "page.html"), "utf8"),
    readFile(join(folder, "style.css"), "utf8"),
    bundled("worker.ts", "es2022"),
    // Older browsers must at least be able to say that they are too old.
    bundled("main.ts", "es2018"),
  ]);
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const charset = '<meta charset="utf-8" />';
  return replaced(page, [
    [charset, `${charset}\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`],
    ['<link rel="stylesheet" href="style.css" />', `<style>${style}</style>`],
    [' src="worker.ts"></script>', `>${worker}</script>`],
    [' src="main.ts"></script>', `>${script}</script>`],
  ]);
}

/** Each text once, from the first to the last; nothing is looked for in what was put in. @throws Error where one is missing */
function replaced(page: string, pairs: [text: string, by: string][]): string {
  let [done, rest] = ["", page];
  for (const [text, by] of pairs) {
    const at = rest.indexOf(text);
    if (at === -1) throw new Error(`page.html has no ${text}`);
    done += rest.slice(0, at) + by;
    rest = rest.slice(at + text.length);
  }
  return done + rest;
}

/** Not minified: who reads the page can read what it computes. */
async function bundled(entry: string, target: string): Promise<string> {
  const output = await build({
    configFile: false,
    root: folder,
    logLevel: "error",
    build: {
      write: false,
      target,
      minify: false,
      modulePreload: false,
      // Its names of files would depend on the folder in which the page is built.
      rolldownOptions: { experimental: { attachDebugInfo: "none" } },
      lib: { entry: join(folder, entry), formats: ["iife"], name: "recheck", fileName: "recheck" },
    },
  });
  const [first] = Array.isArray(output) ? output : [output];
  const chunk = first && "output" in first ? first.output[0] : undefined;
  if (!chunk) throw new Error(`${entry} gave nothing`);
  return inScript(chunk.code);
}

/** Inside a script element these would end it, or hide its end. */
function inScript(code: string): string {
  return `\n${code.replaceAll("</script", String.raw`<\/script`).replaceAll("<!--", String.raw`<\!--`)}`;
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

/** SHA-256 over the bytes of the page, in hex. */
export function hashOfPage(page: string): string {
  return createHash("sha256").update(page).digest("hex");
}

if (import.meta.main) {
  const [path = "recheck.html"] = process.argv.slice(2);
  const page = await buildRecheckPage();
  await writeFile(path, page);
  process.stdout.write(`${path}  ${Buffer.byteLength(page)} bytes  SHA-256 ${hashOfPage(page)}\n`);
}
