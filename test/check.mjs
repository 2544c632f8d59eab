// npm run check: format, lint, types, generated files fresh. All of them run; the exit code says whether all were green.
import { spawnSync } from "node:child_process";
import { ensureInstalled } from "../bin/installed-packages.mjs";
import { pinnedNode, projectRoot } from "../bin/pinned-node.mjs";

ensureInstalled({ dev: true });

const bin = (name) => [`node_modules/.bin/${name}`];
const script = (path, ...rest) => [pinnedNode(), path, ...rest];

const checks = {
  format: [...bin("oxfmt"), "--check"],
  lint: [...bin("oxlint"), "--type-aware"],
  types: script("node_modules/typescript/bin/tsc", "--noEmit"),
  "database files fresh": script("db/generate.ts", "--check"),
  "API description fresh": script("apps/api/openapi.ts", "--check"),
};

const failed = Object.entries(checks).filter(([name, [command, ...args]]) => {
  const { status } = spawnSync(command, args, { cwd: projectRoot, stdio: "inherit" });
  process.stdout.write(`${status === 0 ? "ok    " : "FAILED"} ${name}\n`);
  return status !== 0;
});
process.exitCode = failed.length === 0 ? 0 : 1;
