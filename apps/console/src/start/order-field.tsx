import { useId } from 'react';
import { Foreign } from '../parts/foreign.tsx';

interface OrderFieldProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** What is wrong with the text itself. */
  readonly fault: string | undefined;
  /** What the server said against it. */
  readonly refusal: string | undefined;
}

/** The order as JSON, with the place where it stops being that. */
export function OrderField({ text, onChange, fault, refusal }: OrderFieldProps) {
  const id = useId();
  const message = fault ?? refusal;
  const lines = Math.min(28, Math.max(12, countLines(text, 28) + 1));
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
        {message !== undefined && <Foreign text={message} most={1000} />}
        {message === undefined && 'This is JSON. Whether it is a good order is for Validate Order to say.'}
      </p>
    </div>
  );
}

/** Lines of a text, counted up to `most`. */
function countLines(text: string, most: number): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0 && lines < most; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
