/** Where an import stands. */
import { useTranslation } from "react-i18next";
import type { ImportBatch } from "../../../../domain/registry/import.contract.ts";
import { StatusChip, type Tone } from "../../design/status-chip.tsx";

const tones: Record<ImportBatch["state"], Tone> = {
  reading: "accent",
  unmapped: "doubt",
  ready: "doubt",
  unchanged: "plain",
  rejected: "must",
  applying: "accent",
  applied: "verified",
  undoing: "accent",
  undone: "doubt",
  refused: "must",
  failed: "must",
};

export function ImportStateChip({ state }: { state: ImportBatch["state"] }) {
  const { t } = useTranslation();
  return <StatusChip tone={tones[state]}>{t(`import.state.${state}`)}</StatusChip>;
}
