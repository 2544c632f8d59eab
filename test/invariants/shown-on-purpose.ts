/**
 * Properties of replies that are named like personal data and are none, or are meant to be read: `operationId property`
 * and the reason. A masked value needs no entry: its contract says `.describe("Masked …")`.
 */
export const shownOnPurpose: Record<string, string> = {
  "session.create displayName": "the person's own name",
  "session.read displayName": "the person's own name",
  "session.create mustChangePassword": "a yes or no, not a password",
  "session.read mustChangePassword": "a yes or no, not a password",
  "person.list displayName": "staff, for their administrator",
  "person.add displayName": "staff, for their administrator",
  "person.grant displayName": "staff, for their administrator",
  "person.disable displayName": "staff, for their administrator",
  "area.read-own name": "name of a place",
  "area.read name": "name of a place",
  "figure.read name": "name of a place",
};
