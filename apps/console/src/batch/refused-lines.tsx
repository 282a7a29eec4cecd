import { Foreign } from '../parts/foreign.tsx';
import type { BatchLine } from './batch-server.ts';

interface RefusedLinesProps {
  readonly refused: readonly BatchLine[];
  /** How many there are, also those that are not shown. */
  readonly count: number;
}

/** A detail may name the line itself. */
function whyOf(line: number, problem: BatchLine['problem']): string {
  const { title = 'refused', detail = title } = problem ?? {};
  return detail.replace(new RegExp(`^Line ${line} `), '');
}

/** The lines of a batch that placed no order, and why. */
export function RefusedLines({ refused, count }: RefusedLinesProps) {
  if (refused.length === 0) return null;
  return (
    <>
      <h3>Refused</h3>
      <ul>
        {refused.map(({ line, problem }) => (
          <li key={line}>
            <strong className="number">Line {line.toLocaleString()}</strong>{' '}
            <Foreign text={whyOf(line, problem)} most={300} />
            {problem?.violations && (
              <ul className="violations">
                {problem.violations.map(({ field, problem: what }) => (
                  <li key={`${field} ${what}`}>
                    <Foreign text={`${field}: ${what}`} most={300} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      {count > refused.length && (
        <p className="muted">and {(count - refused.length).toLocaleString()} more, in the result</p>
      )}
    </>
  );
}
