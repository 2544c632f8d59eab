/** What can go wrong about long work. */
import { defineProblems } from "../problem.ts";

export const taskProblems = defineProblems({
  "task.not-found": {
    status: 404,
    zh: "没有找到这项任务，可能不在您负责的地区。",
    en: "This task was not found; it may be outside your area.",
  },
  "task.given-up": {
    status: 500,
    zh: "任务多次中断，已停止重试。请重新发起；若再次失败，请联系系统管理员查看日志。",
    en: "The task was interrupted several times and is not tried again. Start it once more; if it fails again, ask your administrator to read the log.",
  },
  "task.taken": {
    status: 409,
    zh: "这项任务正由另一个进程处理。",
    en: "Another process is doing this task.",
  },
});
