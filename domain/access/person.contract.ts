/** People who sign in, as administrators see them. */
import { z } from "zod";
import { InputText } from "../../platform/input.contract.ts";
import { AnyAreaCode } from "./area-code.contract.ts";
import { Role } from "./role.contract.ts";
import { NewPassword } from "./session.contract.ts";

/** Roles that a person can be given; the system actor is the program itself. */
export const PersonRole = Role.exclude(["systemActor"]);
export type PersonRole = z.infer<typeof PersonRole>;

const Day = z.iso.date();

/** A helper sees the households assigned to him, so a grant without one would open nothing. */
export const helperNeeded =
  "帮扶责任人岗位须指明登记簿里的帮扶责任人\nThe role helper needs the helper of the register whom this person is";

export const NewGrant = z
  .strictObject({
    role: PersonRole,
    areaCode: AnyAreaCode,
    helperId: z
      .uuid()
      .optional()
      .describe("The helper of the register whom this person is; a helper needs it"),
    validFrom: Day.optional().describe("Today when absent"),
    validTo: Day.optional(),
  })
  .refine(({ role, helperId }) => role !== "helper" || helperId !== undefined, {
    path: ["helperId"],
    message: helperNeeded,
  });
export type NewGrant = z.infer<typeof NewGrant>;

export const NewPerson = z.strictObject({
  login: z.string().regex(/^[\w.@-]{2,64}$/),
  displayName: InputText.trim().min(1).max(60),
  password: NewPassword,
  mustChangePassword: z.boolean().optional().describe("True when absent"),
  grants: z.array(NewGrant).min(1).max(20),
});
export type NewPerson = z.infer<typeof NewPerson>;

export const GrantOfPerson = z.strictObject({
  id: z.uuid(),
  role: Role,
  areaCode: z.string(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  holds: z.boolean().describe("Has begun and has not ended today"),
});
export type GrantOfPerson = z.infer<typeof GrantOfPerson>;

export const Person = z.strictObject({
  id: z.uuid(),
  login: z.string(),
  displayName: z.string(),
  disabled: z.boolean(),
  grants: z.array(GrantOfPerson),
});
export type Person = z.infer<typeof Person>;

export const PersonKey = z.strictObject({ id: z.uuid() });
export const PersonList = z.strictObject({ people: z.array(Person) });
export type PersonList = z.infer<typeof PersonList>;
