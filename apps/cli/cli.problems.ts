/** What can go wrong on the command line itself. */
import { defineProblems } from "../../platform/problem.ts";

export const cliProblems = defineProblems({
  "cli.usage": {
    status: 400,
    zh: "命令写法不对（{fault}）。加 --help 查看用法。",
    en: "The command is not written right ({fault}). Add --help to see how.",
  },
  "cli.bad-input": {
    status: 400,
    zh: "{name} 不对：{zh}。",
    en: "{name} is wrong: {en}.",
  },
  "cli.file-missing": {
    status: 400,
    zh: "文件 {file} 打不开：不存在，或没有读取权限。",
    en: "The file {file} cannot be opened: it does not exist or may not be read.",
  },
  "cli.file-unwritable": {
    status: 400,
    zh: "文件 {file} 写不了：请检查目录是否存在、是否有写权限。",
    en: "The file {file} cannot be written: check that its folder exists and may be written.",
  },
  "cli.file-exists": {
    status: 400,
    zh: "文件 {file} 已经存在，没有改动它。请换一个文件名。",
    en: "The file {file} exists already and was left as it is. Choose another name.",
  },
  "cli.owner-needed": {
    status: 400,
    zh: "这一步要改数据库结构或共用数据：请同时设置 DATABASE_OWNER_URL（数据库所有者 jingzhun_owner 的连接串）。",
    en: "This step changes the schema or shared data: set DATABASE_OWNER_URL as well, the address of the owner role jingzhun_owner.",
  },
  "cli.database-unreachable": {
    status: 500,
    zh: "连不上数据库：请检查 DATABASE_URL 和 DATABASE_OWNER_URL 的地址、密码，以及数据库是否在运行。",
    en: "The database cannot be reached: check address and password in DATABASE_URL and DATABASE_OWNER_URL, and whether the server runs.",
  },
  "cli.already-started": {
    status: 409,
    zh: "程序已在运行（进程 {pid}），地址 {address}。要停止请运行 jingzhun stop。",
    en: "The program runs already (process {pid}) at {address}. To stop it run jingzhun stop.",
  },
  "cli.no-free-port": {
    status: 500,
    zh: "从 {port} 起的 {count} 个端口都被占用，请用 --port 另选。",
    en: "All {count} ports from {port} on are taken: choose another one with --port.",
  },
  "cli.child-failed": {
    status: 500,
    zh: "{name} 无法启动或反复退出，日志 {log} 的最后几行：{output}",
    en: "{name} does not start or ends again and again; last lines of {log}: {output}",
  },
  "cli.interrupted": {
    status: 500,
    zh: "已按要求中断。",
    en: "Interrupted as asked.",
  },
  "cli.internal": {
    status: 500,
    zh: "程序出错：{message}。请把这条信息交给维护人员。",
    en: "The program failed: {message}. Please pass this on to its maintainers.",
  },
  "cli.not-a-demo": {
    status: 409,
    zh: "这个数据库里已有台账，或不是自带数据库，不能载入示例数据。请用 --data 另建一个目录。",
    en: "This database holds books of its own, or is not the embedded one: load the demo into a folder of its own with --data.",
  },
});
