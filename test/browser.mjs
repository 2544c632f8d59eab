// Finds a Chromium for the browser tests: one of the system, else the one that npm brought, unpacked below `.cache`.
import { execFileSync } from "node:child_process";
import { accessSync, chmodSync, constants, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { projectRoot } from "../bin/pinned-node.mjs";

const folder = join(projectRoot, ".cache/browser");
const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const macPaths = ["Google Chrome", "Chromium"].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

/** Path of an executable that answers `--version`; undefined when there is none for this platform. */
export async function findBrowser() {
  const given = process.env.JINGZHUN_CHROMIUM;
  if (given) return given;
  const onPath = (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((path) => names.map((name) => join(path, name)));
  return (
    [...onPath, ...macPaths].find((path) => isExecutable(path) && answers(path)) ?? (await unpackBrowser())
  );
}

async function unpackBrowser() {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const launcher = join(folder, "chromium.sh");
  if (existsSync(launcher) && answers(launcher)) return launcher;
  process.stderr.write("正在解开测试用浏览器… / Unpacking the browser for the tests…\n");
  mkdirSync(folder, { recursive: true });
  // The package unpacks into the temporary folder: ours, so that nothing is shared with other checkouts.
  process.env.TMPDIR = folder;
  const { inflate } = await import("@sparticuz/chromium");
  const packed = join(projectRoot, "node_modules/@sparticuz/chromium/bin");
  for (const name of ["chromium.br", "fonts.tar.br", "swiftshader.tar.br", "al2023.tar.br"]) {
    await inflate(join(packed, name));
  }
  writeFileSync(launcher, launcherText());
  chmodSync(launcher, 0o755);
  return answers(launcher) ? launcher : undefined;
}

/** The package's own libraries only where the system has none: newer ones of the system are better. */
function launcherText() {
  const libraries = hasLibrary("libnss3.so")
    ? ""
    : `export LD_LIBRARY_PATH='${join(folder, "al2023/lib")}'\n`;
  const fonts = existsSync("/etc/fonts/fonts.conf")
    ? ""
    : `export FONTCONFIG_PATH='${join(folder, "fonts")}'\n`;
  return `#!/bin/sh\n${libraries}${fonts}exec '${join(folder, "chromium")}' "$@"\n`;
}

function hasLibrary(name) {
  try {
    const path = `${process.env.PATH ?? ""}${delimiter}/sbin${delimiter}/usr/sbin`;
    return execFileSync("ldconfig", ["-p"], {
      encoding: "utf8",
      env: { ...process.env, PATH: path },
    }).includes(name);
  } catch {
    return false;
  }
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function answers(path) {
  try {
    execFileSync(path, ["--version", "--no-sandbox"], { stdio: "ignore", timeout: 30_000 });
    return true;
  } catch {
    return false;
  }
}
