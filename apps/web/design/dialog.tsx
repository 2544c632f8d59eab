/**
 * A dialog in the middle or a drawer at the side, on the browser's own <dialog>: focus stays inside, Escape closes, and
 * the focus goes back to where it came from.
 */
import "./dialog.css";
import { CloseOutlined } from "@ant-design/icons";
import { type ReactNode, type RefObject, useId, useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

interface DialogProps {
  open: boolean;
  title: string;
  /** Absent: the question must be answered by one of its buttons. */
  onClose?: (() => void) | undefined;
  place?: "middle" | "side";
  footer?: ReactNode;
  children: ReactNode;
}

export function Dialog({ open, ...rest }: DialogProps) {
  return open ? <OpenedDialog {...rest} /> : null;
}

function OpenedDialog({ title, onClose, place = "middle", footer, children }: Omit<DialogProps, "open">) {
  const { t } = useTranslation();
  const element = useModal();
  const titleId = useId();
  const pressedOutside = useRef(false);
  return (
    // Escape does by key what the click on the backdrop does by pointer.
    <dialog
      ref={element}
      className={`dialog dialog-${place}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
      onPointerDown={(event) => {
        pressedOutside.current = event.target === element.current;
      }}
      onClick={(event) => {
        // The backdrop belongs to the dialog element; its content lies in the box inside. Text that is selected from
        // inside to beyond the edge is no wish to close.
        if (event.target === element.current && pressedOutside.current) onClose?.();
      }}
    >
      <div className="dialog-box">
        <header>
          <h2 id={titleId}>{title}</h2>
          {onClose && (
            <button type="button" className="icon-button" aria-label={t("state.close")} onClick={onClose}>
              <CloseOutlined aria-hidden />
            </button>
          )}
        </header>
        {/* Focusable, so that a long text can be scrolled by keys. */}
        <div className="dialog-body" tabIndex={0}>
          {children}
        </div>
        {footer && <footer>{footer}</footer>}
      </div>
    </dialog>
  );
}

/** Opens the dialog over everything else as long as it is mounted. */
function useModal(): RefObject<HTMLDialogElement | null> {
  const element = useRef<HTMLDialogElement>(null);
  // A dialog that has left the page no longer gives the focus back: it is closed while it still stands there.
  useLayoutEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return element;
}
