/** The tree of commands for commander; only the command that is asked for is filled in with its options. */
import { Command } from "commander";
import { type CliCommand, bilingual } from "./command.ts";
import { type CommandEntry, commands, groups } from "./commands.ts";
import type { ExitCode } from "./output.ts";

const titles: Record<string, string> = {
  "Usage:": "用法 Usage:",
  "Options:": "选项 Options:",
  "Arguments:": "参数 Arguments:",
  "Commands:": "命令 Commands:",
};

const notes = `
每个命令都可加 --help 查看选项和示例。Every command shows options and examples with --help.

退出码 Exit codes:
  0  完成 done
  1  出错 something went wrong
  2  输入不对或文件不能识别 wrong input, or a file that is not recognised
  3  部分行被退回 some rows were rejected

环境变量 Environment: DATABASE_URL, DATABASE_OWNER_URL, JINGZHUN_DATA, JINGZHUN_KEYS, HOST, PORT, LOG_LEVEL`;

export async function buildProgram(args: string[], finish: (code: ExitCode) => void): Promise<Command> {
  // `draw` is a command and `draw verify` another: the longer name wins.
  const asked = commands
    .filter((entry) => entry.name.split(" ").every((word, at) => args[at] === word))
    .reduce<CommandEntry | undefined>((a, b) => (a && a.name.length > b.name.length ? a : b), undefined);
  const declare = await asked?.load();
  const program = new Command("jingzhun")
    .description("精准扶贫与防返贫工作台 / a workbench for targeted poverty alleviation")
    .addHelpText("after", notes);
  for (const entry of commands) addEntry(program, entry, entry === asked ? declare : undefined, finish);
  for (const command of withSubcommands(program)) {
    command
      .exitOverride()
      .helpOption("-h, --help", "显示帮助 / show this help")
      .helpCommand(false)
      .configureHelp({ styleTitle: (title) => titles[title] ?? title })
      .configureOutput({ outputError: () => undefined });
  }
  return program;
}

function addEntry(
  program: Command,
  entry: CommandEntry,
  declare: CliCommand | undefined,
  finish: (code: ExitCode) => void,
): void {
  const words = entry.name.split(" ");
  const parent = words.slice(0, -1).reduce(groupOf, program);
  const command = parent.command(words.at(-1) ?? "").description(bilingual(entry.summary));
  declare?.(command, finish);
}

function groupOf(parent: Command, word: string): Command {
  const known = parent.commands.find((command) => command.name() === word);
  const about = groups[word];
  return known ?? parent.command(word).description(about ? bilingual(about) : "");
}

function withSubcommands(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withSubcommands)];
}
