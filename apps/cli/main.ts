/** The command `jingzhun`: finds the command, runs it, and ends with its exit code (docs/cli.md). */
import { CommanderError } from "commander";
import { cliProblems } from "./cli.problems.ts";
import { printProblem } from "./output.ts";
import { buildProgram } from "./program.ts";

async function main(args: string[]): Promise<void> {
  try {
    const program = await buildProgram(args, (code) => (process.exitCode = code));
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return;
    if (error.code === "commander.help") {
      process.exitCode = 2;
      return;
    }
    const fault = error.message.replace(/^error: /, "").replaceAll("\n", " ");
    process.exitCode = printProblem(cliProblems["cli.usage"]({ fault }), args.includes("--json"));
  }
}

// A terminal that was closed takes no more words; what runs must still stop in order.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
await main(process.argv.slice(2));
