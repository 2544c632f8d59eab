/** How a command is declared: its options, the schema that reads them, examples, and the one function that does it. */
import type { Command } from "commander";
import type { z } from "zod";
import { Problem } from "../../platform/problem.ts";
import { cliProblems } from "./cli.problems.ts";
import {
  type ExitCode,
  type Outcome,
  type Progress,
  createProgress,
  printOutcome,
  printProblem,
} from "./output.ts";

export interface CommandContext {
  /** The data folder as given; undefined: JINGZHUN_DATA or `.data` below the checkout. */
  data: string | undefined;
  progress: Progress;
}

export interface Words {
  zh: string;
  en: string;
}

export interface CommandSpec<Input> {
  /** As `<file>`; at most one. */
  argument?: { name: string; about: Words };
  /** Flags as commander reads them; the long name in camel case is the key of the input. */
  options?: [flags: string, about: Words][];
  /** Complete lines, each with a word of what it does. */
  examples: [line: string, about: Words][];
  input: z.ZodType<Input>;
  run(input: Input, context: CommandContext): Promise<Outcome>;
}

/** Fills in the command that the program has named. Its input type is its own affair. */
export type CliCommand = (command: Command, finish: (code: ExitCode) => void) => void;

export function defineCommand<Input>(spec: CommandSpec<Input>): CliCommand {
  return (command, finish) => {
    describe(command, spec);
    command.action(async () => {
      const { json, ...given } = command.opts<{ json?: boolean; data?: string }>();
      const asJson = json === true;
      const data = takesDataFile(spec) ? undefined : given.data;
      if (!takesDataFile(spec)) delete given.data;
      const progress = createProgress();
      try {
        const input = readInput(spec, command, given);
        const outcome = await spec.run(input, { data, progress });
        progress.end();
        printOutcome(outcome, asJson);
        finish(outcome.exitCode ?? 0);
      } catch (error) {
        progress.end();
        finish(printProblem(error, asJson));
        // What was interrupted may still be waiting for an answer: do not wait with it.
        if (error instanceof Problem && error.code === "cli.interrupted") process.exit();
      }
    });
  };
}

function describe<Input>(command: Command, spec: CommandSpec<Input>): void {
  if (spec.argument) command.argument(spec.argument.name, bilingual(spec.argument.about));
  for (const [flags, about] of spec.options ?? []) command.option(flags, bilingual(about));
  if (!takesDataFile(spec)) command.option("--data <dir>", "数据目录 / data folder");
  command.option("--json", "输出一个 JSON 文档 / print one JSON document");
  command.helpOption("-h, --help", "显示帮助 / show this help");
  const examples = spec.examples.map(([line, about]) => `  ${line}\n      ${bilingual(about)}`);
  command.addHelpText("after", `\n示例 Examples:\n${examples.join("\n")}`);
}

/** Commands without a database read a file of data; the data folder is nothing to them. */
function takesDataFile<Input>(spec: CommandSpec<Input>): boolean {
  return spec.options?.some(([flags]) => flags.startsWith("--data ")) ?? false;
}

export function bilingual({ zh, en }: Words): string {
  return `${zh} / ${en}`;
}

/** @throws Problem cli.bad-input, naming the first option that is wrong */
function readInput<Input>(spec: CommandSpec<Input>, command: Command, given: Record<string, unknown>): Input {
  const named = spec.argument ? { [argumentKey(spec.argument.name)]: command.args[0] } : {};
  const all: Record<string, unknown> = { ...given, ...named };
  const result = spec.input.safeParse(all);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const key = String(issue?.path[0] ?? "");
  const option = command.options.find((one) => one.attributeName() === key);
  // Our own messages are two lines, Chinese and English; Zod's are English only.
  const [zh = "", en = zh] = (issue?.message ?? "").split("\n");
  // What is absent is read as no number: say that it is absent.
  const isAbsent = all[key] === undefined && zh.startsWith("应");
  throw cliProblems["cli.bad-input"]({
    name: option?.long ?? key,
    zh: isAbsent ? `请给出，${zh}` : zh,
    en: isAbsent ? `it is needed and ${en}` : en,
  });
}

function argumentKey(name: string): string {
  return name.replaceAll(/[<>[\]]/g, "").replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
