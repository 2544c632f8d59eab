// npm test: sets up everything and runs all tests. The last line is `N passed, N failed[, N skipped]`; the exit code is
// that of the run. Arguments go to vitest: npm test -- engines/policy
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled } from "../bin/installed-packages.mjs";
import { runPinned } from "../bin/launch.mjs";
import { projectRoot } from "../bin/pinned-node.mjs";
import { ensureWebBuilt } from "../bin/web-build.mjs";
import { findBrowser } from "./browser.mjs";

const resultFile = join(projectRoot, ".cache/test-result.json");

process.exitCode = await main();

async function main() {
  ensureInstalled({ dev: true });
  const isBuilt = await ensureWebBuilt();
  const browser = await findBrowser();
  if (browser) process.env.JINGZHUN_CHROMIUM = browser;
  else
    process.stderr.write(
      "没有找到浏览器，浏览器测试将被跳过。\nNo browser was found: the browser tests are skipped.\n",
    );
  mkdirSync(join(projectRoot, ".cache"), { recursive: true });
  rmSync(resultFile, { force: true });
  const vitest = join(projectRoot, "node_modules/vitest/vitest.mjs");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${resultFile}`];
  const args = [vitest, "run", ...reporters, ...process.argv.slice(2)];
  const code = await runPinned(args, { cwd: projectRoot });
  const { passed, failed, skipped } = count(code, isBuilt);
  const skips = skipped > 0 ? `, ${skipped} skipped` : "";
  process.stdout.write(`${passed} passed, ${failed} failed${skips}\n`);
  return failed > 0 ? 1 : code;
}

/** A file that could not be loaded, an error outside tests or a web that was not built count as one failure each. */
function count(code, isBuilt) {
  const result = readResult();
  const broken = result.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  let failed = result.numFailedTests + broken.length + (isBuilt ? 0 : 1);
  if (code !== 0 && failed === 0) failed = 1;
  return { passed: result.numPassedTests, failed, skipped: result.numPendingTests + result.numTodoTests };
}

function readResult() {
  try {
    return JSON.parse(readFileSync(resultFile, "utf8"));
  } catch {
    return { testResults: [], numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
  }
}
