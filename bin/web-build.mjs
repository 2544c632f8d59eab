// Builds the web application when its sources changed since the last build.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { runPinned } from "./launch.mjs";
import { projectRoot } from "./pinned-node.mjs";

const web = join(projectRoot, "apps/web");
const stamp = join(projectRoot, ".cache/web-build");

/** Returns false, after saying so, when the build failed. */
export async function ensureWebBuilt() {
  if (!existsSync(join(web, "index.html"))) return true;
  const hash = sourcesHash();
  if (existsSync(join(web, "dist/index.html")) && readStamp() === hash) return true;
  process.stderr.write("正在生成网页（约半分钟）… / Building the web pages (half a minute)…\n");
  const vite = join(projectRoot, "node_modules/vite/bin/vite.js");
  const code = await runPinned([vite, "build", web, "--logLevel", "warn"], { stdio: ["ignore", 2, 2] });
  if (code !== 0) {
    process.stderr.write(
      "网页没有生成，请看上面的错误。\nThe web pages were not built: see the error above.\n",
    );
    return false;
  }
  mkdirSync(join(projectRoot, ".cache"), { recursive: true });
  writeFileSync(stamp, hash);
  return true;
}

/** What a browser may import: the web itself, the engines and the contracts. */
function sourcesHash() {
  const hash = createHash("sha256");
  const sources = [
    ...filesBelow(web).filter((path) => !path.startsWith(join(web, "dist"))),
    ...filesBelow(join(projectRoot, "engines")),
    ...["domain", "apps/api"]
      .flatMap((folder) => filesBelow(join(projectRoot, folder)))
      .filter((path) => path.endsWith(".contract.ts")),
    join(projectRoot, "package-lock.json"),
  ];
  for (const path of sources.sort())
    hash.update(`${relative(projectRoot, path)}\0`).update(readFileSync(path));
  return hash.digest("hex");
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function readStamp() {
  return existsSync(stamp) ? readFileSync(stamp, "utf8") : undefined;
}
