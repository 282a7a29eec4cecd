import { Foreign } from '../parts/foreign.tsx';
import { formatRoute } from '../route/route.ts';
import type { Faults } from './local-machine.ts';

/** How many are named; the view of faults has the others. */
const mostNamed = 3;

/** Says on every view that something goes wrong by intent, so that nobody takes it for a defect. */
export function FaultsBar({ faults: { on } }: { readonly faults: Faults }) {
  const active = on.filter(({ left }) => left !== 0);
  if (active.length === 0) return null;
  return (
    <aside className="faults-bar" aria-label="Faults that are switched on">
      <strong>Faults are switched on:</strong>
      {active.slice(0, mostNamed).map(({ fault, struck }) => (
        <span key={fault}>
          <code>
            <Foreign text={fault} most={60} />
          </code>{' '}
          struck ×{struck}
        </span>
      ))}
      {active.length > mostNamed && <span>and {active.length - mostNamed} more</span>}
      <a href={formatRoute({ view: 'faults' })}>Switch them off</a>
    </aside>
  );
}
