/** What can be wrong with a request as such, before any business rule. */
import { defineProblems } from "../../platform/problem.ts";

export const requestProblems = defineProblems({
  "request.invalid": {
    status: 400,
    zh: "有{count}处内容不符合要求，请按所列位置修改后再提交。",
    en: "{count} values are not acceptable: correct the places listed and send again.",
  },
  "request.unreadable": {
    status: 400,
    zh: "提交的内容不是有效的JSON，请检查格式。",
    en: "The body is not valid JSON: check its format.",
  },
  "request.not-found": {
    status: 404,
    zh: "没有这个地址，请检查链接。",
    en: "There is nothing at this address: check the link.",
  },
  "request.too-large": {
    status: 413,
    zh: "提交的内容太大，请减小文件或分批提交。",
    en: "The content is too large: send a smaller file or several parts.",
  },
  "request.media-type": {
    status: 415,
    zh: "不支持这种内容类型，请以JSON提交，文件请以表单上传。",
    en: "This content type is not supported: send JSON, or a form for files.",
  },
  "request.malformed": {
    status: 400,
    zh: "请求的格式不对，请检查后再试。",
    en: "The request is malformed: check it and try again.",
  },
  internal: {
    status: 500,
    zh: "系统出错了，未保存任何修改；请把编号{id}告诉系统管理员。",
    en: "The system failed and saved nothing: tell the operator the number {id}.",
  },
});
