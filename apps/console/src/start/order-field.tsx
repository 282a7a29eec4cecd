import { useId } from 'react';
import type { JsonFault } from '../order/find-json-fault.ts';

interface OrderFieldProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly fault: JsonFault | undefined;
  /** What the server said against it. */
  readonly refusal: string | undefined;
}

/** The order as JSON, with the place where it stops being that. */
export function OrderField({ text, onChange, fault, refusal }: OrderFieldProps) {
  const id = useId();
  const message = fault ? `Line ${fault.line}, column ${fault.column}: ${fault.problem}.` : refusal;
  const lines = Math.min(28, Math.max(12, text.split('\n').length + 1));
  return (
    <div className="field">
      <label htmlFor={id}>Order, as JSON</label>
      <textarea
        id={id}
        className="code"
        value={text}
        rows={lines}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        aria-invalid={message !== undefined}
        aria-describedby={`${id}-message`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-message`} className={message ? 'field-error' : 'hint'} aria-live="polite">
        {message ?? 'This is JSON. Whether it is a good order is for Validate Order to say.'}
      </p>
    </div>
  );
}
