/** Before → after of one verdict. */
import { ArrowRightOutlined } from "@ant-design/icons";
import { VerdictChip } from "../../design/verdict-chip.tsx";
import type { ExitOutcome } from "../../../../domain/verdicts/list/household-list.contract.ts";

export function Outcomes({ kind, from, to }: { kind: string; from: ExitOutcome; to: ExitOutcome }) {
  return (
    <span className="change-outcomes">
      <VerdictChip verdict={{ kind, outcome: from }} />
      <ArrowRightOutlined aria-label="→" />
      <VerdictChip verdict={{ kind, outcome: to }} />
    </span>
  );
}
