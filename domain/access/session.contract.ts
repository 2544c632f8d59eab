/** Signing in, and what a person is told about himself. */
import { z } from "zod";
import { InputText } from "../../platform/input.contract.ts";
import { Permission, Role } from "./role.contract.ts";

export const SignIn = z.strictObject({
  login: InputText.trim().min(1).max(64),
  password: InputText.min(1).max(200),
});
export type SignIn = z.infer<typeof SignIn>;

/** A role at a place. `areaCode` has 12 digits; a person acts under one grant at a time (header x-acting-grant). */
export const Grant = z.strictObject({
  id: z.uuid(),
  role: Role,
  areaCode: z.string(),
});
export type Grant = z.infer<typeof Grant>;

/** Which households the list of a grant holds: all of the place, those assigned to the person, or none. */
export const RowsSeen = z.enum(["all", "own", "none"]);
export type RowsSeen = z.infer<typeof RowsSeen>;

export const Session = z.strictObject({
  person: z.strictObject({
    id: z.uuid(),
    login: z.string(),
    displayName: z.string(),
    mustChangePassword: z.boolean(),
  }),
  demo: z.boolean().describe("True where the accounts of the demo exist: people on the books are invented"),
  grants: z.array(Grant),
  acting: Grant.extend({ permissions: z.array(Permission), rows: RowsSeen }).nullable(),
});
export type Session = z.infer<typeof Session>;

export const NewPassword = InputText.min(8).max(200);

export const PasswordChange = z.strictObject({
  current: InputText.min(1).max(200),
  next: NewPassword,
});
export type PasswordChange = z.infer<typeof PasswordChange>;
