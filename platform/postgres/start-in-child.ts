/**
 * For tests: starts the server of DIR in a process of its own, which can then be killed.
 * Usage: start-in-child.ts DIR. Prints one line, {"running": …} or {"problem": code, "detail": …}; stops at the end of its input.
 */
import { Problem } from "../problem.ts";
import { startPostgres } from "./start.ts";

const [dataDir = ""] = process.argv.slice(2);
try {
  const server = await startPostgres({ dataDir });
  console.log(JSON.stringify({ running: { ...server } }));
  process.stdin.resume().on("end", () => {
    void server.stop();
  });
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  console.log(JSON.stringify({ problem: error.code, detail: error.detail, sentence: error.en }));
}
