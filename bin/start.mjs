// npm start: installs what is missing, builds the web when it changed, and runs `jingzhun start`. Needs Node ≥ 20.19 only.
import { join } from "node:path";
import { ensureInstalled } from "./installed-packages.mjs";
import { runPinned } from "./launch.mjs";
import { projectRoot } from "./pinned-node.mjs";
import { ensureWebBuilt } from "./web-build.mjs";

stopWithNpm();
ensureInstalled({ dev: false });
if (!(await ensureWebBuilt())) process.exit(1);
process.exitCode = await runPinned([
  join(projectRoot, "apps/cli/main.ts"),
  "start",
  ...process.argv.slice(2),
]);

/**
 * npm passes SIGINT and SIGTERM on to us, but only because package.json says `exec`: a shell between it and us would keep
 * SIGINT to itself until we end. A hangup or a kill ends npm without a word to us: then our parent is another one.
 */
function stopWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const npm = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(timer);
    process.kill(process.pid, "SIGTERM");
  }, 500);
  timer.unref();
}
