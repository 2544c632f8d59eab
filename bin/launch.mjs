// Runs a script of the project with the Node that package.json pins, passing on signals and its exit code.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { join } from "node:path";
import { pinnedNode, projectRoot } from "./pinned-node.mjs";

// What Node compiled once it need not compile at every start: saves a quarter of it.
process.env.NODE_COMPILE_CACHE ??= join(projectRoot, ".cache/compiled");

/** Resolves to the exit code; 128 + number when a signal ended the script, as a shell says it. */
export function runPinned(args, options = {}) {
  const node = pinnedNode();
  if (!node) {
    process.stderr.write("缺少 Node 24：请先运行 npm ci。\nNode 24 is missing: run npm ci first.\n");
    return Promise.resolve(1);
  }
  const child = spawn(node, args, { stdio: "inherit", ...options });
  // On a terminal Ctrl-C reaches the child as well; passing it on also serves those who signal only us.
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  const pass = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, pass);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      for (const name of signals) process.off(name, pass);
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}
