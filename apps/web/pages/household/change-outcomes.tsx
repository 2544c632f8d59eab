/** Before → after of one verdict. */
import { ArrowRightOutlined } from "@ant-design/icons";
import { VerdictChip } from "../../design/verdict-chip.tsx";
import type { VerdictChange } from "./verdict-change.ts";

export function Outcomes({ kind, from, to }: Pick<VerdictChange, "kind" | "from" | "to">) {
  return (
    <span className="change-outcomes">
      <VerdictChip verdict={{ kind, outcome: from }} />
      <ArrowRightOutlined aria-label="→" />
      <VerdictChip verdict={{ kind, outcome: to }} />
    </span>
  );
}
