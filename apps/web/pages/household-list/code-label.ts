/** Labels of codes; a code whose list is not there yet is shown as it is. */
import { useQuery } from "@tanstack/react-query";
import { useCodeWords } from "../../design/code-words.ts";
import { codeListsQuery } from "../../server/households.ts";

export function useCodeLabel(): (list: string, code: string) => string {
  const words = useCodeWords();
  const { data } = useQuery(codeListsQuery);
  return (list, code) => {
    const items = data?.lists.find((one) => one.id === list)?.items;
    const item = items?.find((one) => one.code === code);
    return item ? words(item) : code;
  };
}
