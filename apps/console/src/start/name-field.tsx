import { useId } from 'react';
import { Foreign } from '../parts/foreign.tsx';
import { formatRoute } from '../route/route.ts';
import type { StartFailure } from './start-failure.ts';

interface NameFieldProps {
  readonly name: string;
  readonly onChange: (name: string) => void;
  /** The name that it gets when the field is left empty. */
  readonly derived: string | undefined;
  readonly failure: StartFailure | undefined;
}

export function NameField({ name, onChange, derived, failure }: NameFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>
        Name of the execution <span className="muted">optional</span>
      </label>
      <input
        id={id}
        value={name}
        placeholder={derived ?? ''}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        aria-invalid={failure !== undefined}
        aria-describedby={`${id}-hint ${id}-message`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-hint`} className="hint">
        Left empty, it is named after the order{derived === undefined ? '' : `: ${derived}`}. So the same order is one
        execution, however often it is sent, here or with <code>pnpm order place</code>; after one that ended with
        nothing held, a corrected order is the next. Under a name of your own, what is placed twice ends as a duplicate.
      </p>
      <p id={`${id}-message`} className="field-error" aria-live="polite">
        {failure && <Foreign text={failure.message} most={1000} />}{' '}
        {failure?.taken !== undefined && (
          <a href={formatRoute({ view: 'execution', name: failure.taken })}>Show that execution</a>
        )}
      </p>
    </div>
  );
}
