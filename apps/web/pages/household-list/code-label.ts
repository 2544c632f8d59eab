/** Labels of codes; a code whose list is not there yet is shown as it is. */
import { useQuery } from "@tanstack/react-query";
import { codeListsQuery } from "../../server/households.ts";

export function useCodeLabel(): (list: string, code: string) => string {
  const { data } = useQuery(codeListsQuery);
  return (list, code) => {
    const items = data?.lists.find((one) => one.id === list)?.items;
    return items?.find((item) => item.code === code)?.label ?? code;
  };
}
