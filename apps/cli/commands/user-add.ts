/** `user add`: a person who signs in, with one role at one place. The password comes from stdin or is made here. */
import { randomBytes } from "node:crypto";
import { text } from "node:stream/consumers";
import { z } from "zod";
import { type Person, PersonRole, helperNeeded } from "../../../domain/access/person.contract.ts";
import { addPerson } from "../../../domain/access/person.service.ts";
import { NewPassword } from "../../../domain/access/session.contract.ts";
import type { Work } from "../../../domain/access/work.ts";
import { getHelperId } from "../../../domain/registry/helper.service.ts";
import { cliProblems } from "../cli.problems.ts";
import { defineCommand } from "../command.ts";
import { AreaOption } from "../command-input.ts";
import { withSession } from "../session.ts";

const roles = PersonRole.options.join(", ");

interface UserToAdd {
  login: string;
  name: string;
  role: PersonRole;
  area: string;
  helper?: string | undefined;
}

export const userAddCommand = defineCommand({
  argument: { name: "<login>", about: { zh: "账号：字母、数字、. _ @ -", en: "letters, digits, . _ @ -" } },
  options: [
    ["--name <name>", { zh: "姓名", en: "name of the person" }],
    ["--role <role>", { zh: "岗位", en: `role: ${roles}` }],
    ["--area <code>", { zh: "负责的地区代码", en: "area code of the place" }],
    [
      "--helper <phone|id>",
      {
        zh: "帮扶责任人岗位：登记簿里的手机号或编号",
        en: "of a helper: phone number or id in the register",
      },
    ],
    [
      "--password-stdin",
      { zh: "从标准输入读取密码；省略则生成一个", en: "read the password from stdin; made when absent" },
    ],
  ],
  examples: [
    [
      "jingzhun user add zhang --name 张工 --role countyDataOfficer --area 411702",
      {
        zh: "县级数据管理员，密码自动生成，首次登录须修改",
        en: "a county's data officer; the password must be changed at first",
      },
    ],
    [
      "jingzhun user add li --name 李工 --role helper --area 411702 --helper 13800001234",
      { zh: "帮扶责任人，只看到结对的户", en: "a helper, who sees the households assigned to him" },
    ],
  ],
  input: z
    .strictObject({
      login: z
        .string()
        .regex(/^[\w.@-]{2,64}$/, "账号应为2至64个字母、数字或 . _ @ -\n2 to 64 letters, digits or . _ @ -"),
      name: z.string("请给出姓名\na name is needed").trim().min(1, "请给出姓名\na name is needed").max(60),
      role: z.enum(PersonRole.options, `岗位应为其中之一：${roles}\none of: ${roles}`),
      area: z.string("请给出地区代码\nan area is needed").pipe(AreaOption),
      helper: z.string().trim().optional(),
      passwordStdin: z.boolean().default(false),
    })
    .refine(({ role, helper }) => role !== "helper" || helper !== undefined, {
      path: ["helper"],
      message: helperNeeded,
    }),
  run: async (input, context) => {
    const password = input.passwordStdin ? await readPassword() : randomBytes(9).toString("base64url");
    return withSession(context, async (session) => {
      const { login, role, area: areaCode } = input;
      const { id } = await session.work((work) => addWithRole(work, input, password));
      const made = input.passwordStdin ? {} : { password };
      return {
        json: { id, login, role, areaCode, ...made },
        lines: [
          `已添加 added: ${login}（${role}，${areaCode}）`,
          ...(input.passwordStdin ? [] : [`初始密码 first password: ${password}`]),
          "首次登录须修改密码。The password must be changed at the first sign-in.",
        ],
      };
    });
  },
});

async function addWithRole(work: Work, input: UserToAdd, password: string): Promise<Person> {
  const { login, name: displayName, role, area: areaCode, helper } = input;
  const known = helper === undefined ? {} : { helperId: await getHelperId(work, areaCode, helper) };
  return addPerson(work, getHelperId, {
    login,
    displayName,
    password,
    grants: [{ role, areaCode, ...known }],
  });
}

async function readPassword(): Promise<string> {
  const password = NewPassword.safeParse((await text(process.stdin)).replace(/\r?\n$/, ""));
  if (password.success) return password.data;
  throw cliProblems["cli.bad-input"]({
    name: "--password-stdin",
    zh: "密码应为8至200个字符",
    en: "8 to 200 characters",
  });
}
