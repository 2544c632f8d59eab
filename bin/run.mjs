// Runs a script of the project with the pinned Node: node bin/run.mjs FILE [ARG…]
import { spawn } from "node:child_process";
import { pinnedNode } from "./pinned-node.mjs";

const node = pinnedNode();
if (!node) {
  process.stderr.write("缺少 Node 24：请先运行 npm ci。\nNode 24 is missing: run npm ci first.\n");
  process.exit(1);
}
const child = spawn(node, process.argv.slice(2), { stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
