/** The keys, on one sheet. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Dialog } from "../design/dialog.tsx";

export function KeyboardHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const keys: [string[], string][] = [
    [["/"], t("help.search")],
    [["g", "t"], t("help.today")],
    [["g", "a"], t("help.area")],
    [["g", "h"], t("help.households")],
    [["g", "i"], t("help.imports")],
    [["g", "p"], t("help.policies")],
    [["j", "k"], t("help.move")],
    [["Enter"], t("help.open")],
    [["e"], t("help.edit")],
    [["Ctrl", "S"], t("help.save")],
    [["?"], t("help.help")],
  ];
  return (
    <Dialog open={open} onClose={onClose} title={t("help.title")}>
      <dl className="key-list">
        {keys.map(([pressed, meaning]) => (
          <div key={meaning}>
            <dt>
              <PressedKeys keys={pressed} />
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p className="help-more">
        <Link to="/design" onClick={onClose}>
          {t("designPage")}
        </Link>
      </p>
    </Dialog>
  );
}

/** One after the other, together, or one of them: what stands between them says which. */
function PressedKeys({ keys }: { keys: string[] }) {
  const { t } = useTranslation();
  const separators: Record<string, string> = { g: t("help.then"), Ctrl: "+" };
  return keys.map((key, index) => (
    <span key={key}>
      {index > 0 && <span className="key-then">{separators[keys[0] ?? ""] ?? "/"}</span>}
      <kbd>{key}</kbd>
    </span>
  ));
}
