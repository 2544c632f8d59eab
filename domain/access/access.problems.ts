/** What can go wrong about signing in and rights. */
import { defineProblems } from "../../platform/problem.ts";

export const accessProblems = defineProblems({
  "access.sign-in-needed": {
    status: 401,
    zh: "请先登录。",
    en: "Sign in first.",
  },
  "access.wrong-password": {
    status: 401,
    zh: "账号或密码不对，请检查后再试；连续输错会暂时锁定。",
    en: "The account or the password is wrong. Check both and try again; repeated failures lock for a while.",
  },
  "access.locked": {
    status: 429,
    zh: "输错次数过多，请{seconds}秒后再试。",
    en: "Too many failures: try again in {seconds} seconds.",
  },
  "access.not-permitted": {
    status: 403,
    zh: "您的岗位没有这项权限，请联系县级管理员。",
    en: "Your role may not do this. Ask the administrator of your county.",
  },
  "access.outside-area": {
    status: 404,
    zh: "在您负责的地区里没有找到它。",
    en: "It was not found in the area you are responsible for.",
  },
});
