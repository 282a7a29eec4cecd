import { useState } from 'react';
import { Foreign } from '../parts/foreign.tsx';
import { JsonBlock } from '../parts/json-block.tsx';

interface LogLineProps {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly functionName: string;
  readonly line: { readonly words: string; readonly json: boolean };
  readonly message: string;
}

const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });

export function LogLine({ at, functionName, line, message }: LogLineProps) {
  const [open, setOpen] = useState(false);
  return (
    <tr>
      <td className="number">
        <time dateTime={new Date(at).toISOString()} title={new Date(at).toISOString()}>
          {clock.format(at)}
        </time>
      </td>
      <td>
        <Foreign text={functionName} most={80} />
      </td>
      <td className="event-details">
        {line.json ? (
          <button type="button" className="disclosure" aria-expanded={open} onClick={() => setOpen(!open)}>
            <Foreign text={line.words} most={300} />
          </button>
        ) : (
          <code>
            <Foreign text={line.words} most={2000} />
          </code>
        )}
        {open && <JsonBlock title="Line" json={message} />}
      </td>
    </tr>
  );
}
