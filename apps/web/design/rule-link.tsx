/** The name of a rule, which opens the page of the rule wherever it is read. */
import { Link } from "@tanstack/react-router";
import { useBothLanguages } from "./both-languages.ts";

interface RuleLinkProps {
  id: string;
  title: { zh: string; en: string };
}

export function RuleLink({ id, title }: RuleLinkProps) {
  const say = useBothLanguages();
  return (
    <Link to="/policies/$rule" params={{ rule: id }}>
      {say(title)}
    </Link>
  );
}
