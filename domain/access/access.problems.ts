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
    zh: "输错次数过多，请{minutes}分钟后再试。",
    en: "Too many failures: try again in {minutes} minutes.",
  },
  "access.password-change-needed": {
    status: 403,
    zh: "您的密码是别人设置的，请先修改密码再继续。",
    en: "Your password was set by somebody else: change it first, then go on.",
  },
  "access.not-permitted": {
    status: 403,
    zh: "您的岗位没有这项权限，请联系系统管理员。",
    en: "Your role may not do this. Ask the administrator of your county.",
  },
  "access.no-grant": {
    status: 403,
    zh: "您目前没有有效的岗位，请联系系统管理员授权。",
    en: "You hold no role that is valid today. Ask the administrator of your county for one.",
  },
  "access.grant-not-valid": {
    status: 403,
    zh: "所选的岗位不是您的或已过期，请重新选择岗位。",
    en: "The role you chose is not yours or has ended. Choose another one.",
  },
  "access.cross-site": {
    status: 403,
    zh: "请求来自其他网站，已拒绝；请在本系统页面内操作。",
    en: "The request came from another site and was refused. Work inside the pages of this system.",
  },
  "access.outside-area": {
    status: 404,
    zh: "在您负责的地区里没有找到它。",
    en: "It was not found in the area you are responsible for.",
  },
  "access.person-not-found": {
    status: 404,
    zh: "在您管理的地区里没有这个人员。",
    en: "There is no such person in the area you administer.",
  },
  "access.grants-elsewhere": {
    status: 409,
    zh: "此人在您管理的地区以外还有岗位，请由上级管理员停用。",
    en: "This person also holds a role outside your area: ask a higher administrator to do it.",
  },
  "access.own-grant": {
    status: 403,
    zh: "不能给自己增加岗位，请由本地区的另一位管理员或上级管理员办理。",
    en: "Nobody gives a role to himself: ask another administrator of the area, or one above it.",
  },
  "access.login-taken": {
    status: 409,
    zh: "这个账号已被使用，请换一个。",
    en: "This account name is taken. Choose another one.",
  },
});
