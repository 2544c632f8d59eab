/** The keys, on one sheet. */
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Dialog } from "../design/dialog.tsx";

export function KeyboardHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const then = t("help.then");
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
  const separators: Record<string, string> = { g: then, Ctrl: "+" };
  return (
    <Dialog open={open} onClose={onClose} title={t("help.title")}>
      <dl className="key-list">
        {keys.map(([pressed, meaning]) => (
          <div key={meaning}>
            <dt>
              {pressed.map((key, index) => (
                <span key={key}>
                  {index > 0 && <span className="key-then">{separators[pressed[0] ?? ""] ?? "/"}</span>}
                  <kbd>{key}</kbd>
                </span>
              ))}
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
