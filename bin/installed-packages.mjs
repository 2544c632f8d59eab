// Whether node_modules holds what the lockfile wants; `npm ci` when it does not.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pinnedNode, projectRoot } from "./pinned-node.mjs";

/** Installs when something is missing or of another version. `dev`: what only tests and checks need counts too. */
export function ensureInstalled({ dev }) {
  if (isInstalled({ dev })) return;
  process.stderr.write(
    "正在安装依赖（npm ci，约一两分钟）… / Installing dependencies (npm ci, a minute or two)…\n",
  );
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  // Its own report goes to stderr: stdout belongs to the command that follows.
  const { status, error } = spawnSync(npm, ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: projectRoot,
    stdio: ["ignore", 2, 2],
    env: { ...process.env, NODE_ENV: "development" },
  });
  if (status === 0 && isInstalled({ dev })) return;
  const reason = error ? `: ${error.message}` : "";
  process.stderr.write(
    `依赖没有装好，请检查网络后运行 npm ci。\nDependencies are not installed${reason}. Check the network and run npm ci.\n`,
  );
  process.exit(1);
}

function isInstalled({ dev }) {
  const wanted = packagesOf("package-lock.json");
  const found = packagesOf("node_modules/.package-lock.json");
  if (!wanted || !found || !pinnedNode()) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    // Optional packages are those of other platforms; the one that matters, the pinned Node, was looked for above.
    if (path === "" || entry.optional || entry.devOptional || (entry.dev && !dev)) return true;
    return found[path]?.version === entry.version;
  });
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(join(projectRoot, file), "utf8")).packages;
  } catch {
    return undefined;
  }
}
