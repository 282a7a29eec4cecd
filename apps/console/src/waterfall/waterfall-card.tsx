import type { SelectionProps } from '../execution/selection.ts';
import { useNow } from '../live/use-now.ts';
import { Foreign } from '../parts/foreign.tsx';
import { formatDuration } from '../show/format-duration.ts';
import { readableText } from '../show/readable-text.ts';
import { readWaterfall, unfolded } from './read-waterfall.ts';
import { segmentWords, stretchWords } from './segment-words.ts';
import type { Segment, Waterfall } from './waterfall.ts';

/** When each state was at work, when it waited, and what ran at the same time. */
export function WaterfallCard({ snapshot: { execution, events, visits }, selected, onSelect }: SelectionProps) {
  const now = useNow(execution.status === 'RUNNING');
  const waterfall = readWaterfall(visits.visits, events, now);
  const { rows, more, folds, from, to } = waterfall;
  if (rows.length === 0) return null;
  const whole = unfolded(waterfall, to);
  return (
    <section className="card" aria-labelledby="waterfall-title">
      <h2 id="waterfall-title">
        Waterfall{' '}
        <span className="muted">
          {formatDuration(whole)}
          {folds.length > 0 && `, without ${formatDuration(to - from - whole)} between end and redrive`}
        </span>
      </h2>
      <p className="legend" aria-hidden="true">
        <span className="good">succeeded</span>
        <span className="bad">failed</span>
        <span className="run">runs</span>
        <span className="wait">waits for the next attempt</span>
        {folds.length > 0 && <span className="fold">redriven</span>}
      </p>
      <table className="waterfall">
        <thead className="visually-hidden">
          <tr>
            <th scope="col">State</th>
            <th scope="col">What it did</th>
            <th scope="col">Took</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ state, depth, enteredAt, until, segments }, index) => (
            <tr key={`${state} ${enteredAt} ${index}`} className={state === selected ? 'selected' : ''}>
              <th scope="row" style={{ paddingLeft: `${12 + 16 * depth}px` }}>
                {depth === 0 ? (
                  <button
                    type="button"
                    className="link"
                    aria-pressed={state === selected}
                    onClick={() => onSelect(state === selected ? undefined : state)}
                  >
                    <Foreign text={state} most={80} />
                  </button>
                ) : (
                  <Foreign text={state} most={80} />
                )}
              </th>
              <td>
                <div className="lane" aria-hidden="true">
                  {folds.map((fold) => (
                    <span key={fold.from} className="fold-line" style={{ left: percent(waterfall, fold.to, whole) }} />
                  ))}
                  {segments.map((segment, place) => (
                    <Bar key={`${segment.from} ${place}`} {...{ segment, waterfall, whole }} />
                  ))}
                </div>
                <span className="visually-hidden">{readableText(segmentWords(segments), { most: 1_000 })}</span>
              </td>
              <td className="number">{formatDuration(unfolded(waterfall, until) - unfolded(waterfall, enteredAt))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className="muted">And {more} more, which the history below has.</p>}
    </section>
  );
}

interface BarProps {
  readonly segment: Segment;
  readonly waterfall: Waterfall;
  /** Milliseconds of the whole scale. */
  readonly whole: number;
}

const tones = { succeeded: 'good', failed: 'bad', running: 'run' } as const;

function Bar({ segment, waterfall, whole }: BarProps) {
  const { kind, from, to, status } = segment;
  const title = stretchWords(segment);
  const width = unfolded(waterfall, to) - unfolded(waterfall, from);
  return (
    <span
      className={`bar ${kind} ${status ? tones[status] : ''}`}
      style={{ left: percent(waterfall, from, whole), width: `${whole === 0 ? 100 : (100 * width) / whole}%` }}
      {...(title !== undefined && { title: readableText(title, { most: 300 }) })}
    />
  );
}

function percent(waterfall: Waterfall, at: number, whole: number): string {
  return `${whole === 0 ? 0 : (100 * unfolded(waterfall, at)) / whole}%`;
}
