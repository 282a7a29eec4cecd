import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Foreign } from './foreign.tsx';

interface ConfirmDialogProps {
  readonly title: string;
  /** What it does, and what it does not. */
  readonly children: ReactNode;
  /** The button that does it. */
  readonly action: string;
  readonly dangerous?: boolean;
  readonly onConfirm: () => Promise<void>;
  readonly onClose: () => void;
}

/** Asks before something is done. What the server says against it is shown, and the dialog stays. */
export function ConfirmDialog({ title, children, action, dangerous, onConfirm, onClose }: ConfirmDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [refusal, setRefusal] = useState('');
  const [busy, setBusy] = useState(false);
  const titleId = useId();
  useEffect(() => dialog.current?.showModal(), []);

  async function confirm(): Promise<void> {
    setBusy(true);
    setRefusal('');
    try {
      await onConfirm();
      dialog.current?.close();
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <dialog ref={dialog} aria-labelledby={titleId} onClose={onClose}>
      <h2 id={titleId}>{title}</h2>
      {children}
      <p className="field-error" role="alert">
        <Foreign text={refusal} most={500} />
      </p>
      <div className="buttons">
        <button type="button" onClick={() => dialog.current?.close()}>
          Keep as it is
        </button>
        <button type="button" className={dangerous ? 'primary dangerous' : 'primary'} disabled={busy} onClick={confirm}>
          {action}
        </button>
      </div>
    </dialog>
  );
}
