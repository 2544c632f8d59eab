/** Reads a value by a schema; what is wrong is said in both languages, each issue with its path. */
import { z } from "zod";
import { PolicyError, nowhere } from "./policy-error.ts";

/** @throws PolicyError with `code`, its field the first path that is wrong */
export function readShape<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  code: string,
): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const chinese = schema.safeParse(value, { error: z.locales.zhCN().localeError }).error;
  const [first] = parsed.error.issues;
  throw new PolicyError(
    code,
    nowhere,
    {
      zh: `格式不对，请改正：${list(chinese?.issues, "：")}`,
      en: `The shape is wrong, correct it: ${list(parsed.error.issues, ": ")}`,
    },
    first && pathOf(first),
  );
}

function list(issues: readonly z.core.$ZodIssue[] | undefined, colon: string): string {
  return (issues ?? []).map((issue) => `${pathOf(issue)}${colon}${issue.message}`).join("; ");
}

function pathOf(issue: z.core.$ZodIssue): string {
  return issue.path.join(".") || "(root)";
}
