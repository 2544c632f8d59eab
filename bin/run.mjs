// node bin/run.mjs FILE [ARG…]: runs a script of the project with the pinned Node.
import { runPinned } from "./launch.mjs";

process.exitCode = await runPinned(process.argv.slice(2));
