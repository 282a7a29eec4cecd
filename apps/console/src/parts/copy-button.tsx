import { useEffect, useState } from 'react';

interface CopyButtonProps {
  readonly text: string;
  /** What is copied, for those who do not see what the button stands at. */
  readonly what: string;
  /** What stands on it; `Copy` unless given. */
  readonly label?: string;
}

export function CopyButton({ text, what, label = 'Copy' }: CopyButtonProps) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (said === '') return;
    const timer = setTimeout(() => setSaid(''), 2_000);
    return () => clearTimeout(timer);
  }, [said]);

  function copy(): void {
    navigator.clipboard.writeText(text).then(
      () => setSaid('Copied'),
      () => setSaid('Not allowed'),
    );
  }

  return (
    <button type="button" className="quiet copy" onClick={copy}>
      <span aria-live="polite">{said || label}</span>
      <span className="visually-hidden"> {what}</span>
    </button>
  );
}
