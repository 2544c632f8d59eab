/** People with a role in the reader's area: who they are, and adding, granting and stopping. */
import { queryOptions } from "@tanstack/react-query";
import type { NewGrant, NewPerson, Person, PersonList } from "../../../domain/access/person.contract.ts";
import { queryClient } from "./query-client.ts";
import { call } from "./request.ts";

export const peopleQuery = queryOptions({
  queryKey: ["people"],
  queryFn: ({ signal }) => call<PersonList>("GET", "/people", { signal }),
});

export function addPerson(input: NewPerson): Promise<Person> {
  return changed(call<Person>("POST", "/people", { body: input }));
}

export function grantRole(personId: string, grant: NewGrant): Promise<Person> {
  return changed(call<Person>("POST", `/people/${personId}/grants`, { body: grant }));
}

/** Ends sign-in for the person, at once. */
export function stopPerson(personId: string): Promise<Person> {
  return changed(call<Person>("POST", `/people/${personId}/disable`));
}

async function changed(asked: Promise<Person>): Promise<Person> {
  const person = await asked;
  await queryClient.invalidateQueries(peopleQuery);
  return person;
}
