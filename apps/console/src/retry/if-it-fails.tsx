import { type Flow, type FlowState, flowEnd } from '../definition/flow.ts';
import type { Visit } from '../history/visit.ts';
import { useNow } from '../live/use-now.ts';
import { Foreign } from '../parts/foreign.tsx';
import { formatDuration } from '../show/format-duration.ts';
import { nextAttempt } from './next-attempt.ts';
import { policyWords } from './policy-words.ts';
import { retryPolicy, type ToldRetry } from './retry-policy.ts';

interface IfItFailsProps {
  readonly flow: Flow;
  readonly state: FlowState;
}

/** What the definition says of a state's failures, in words: how often each is tried again, and where it leads then. */
export function IfItFails({ flow, state: { name, retriers, timeoutSeconds } }: IfItFailsProps) {
  const catches = flow.edges.filter(({ from, kind }) => from === name && kind === 'catch');
  if (retriers.length === 0 && catches.length === 0 && timeoutSeconds === undefined) return null;
  return (
    <section className="if-it-fails" aria-label="If it fails">
      <h3>If it fails</h3>
      <ul>
        {timeoutSeconds !== undefined && (
          <li>An attempt that takes longer than {formatDuration(timeoutSeconds * 1000)} has failed: States.Timeout.</li>
        )}
        {retriers.map(retryPolicy).map((policy, index) => (
          <li key={`${policy.errors.join()} ${index}`}>
            <Errors errors={policy.errors} /> {policyWords(policy)}.
          </li>
        ))}
        {catches.map(({ id, errors, to }) => (
          <li key={id}>
            <Errors errors={errors} /> then leads to {to === flowEnd ? 'the end' : <Foreign text={to} most={80} />}.
          </li>
        ))}
        {!catches.some(({ errors }) => errors.includes('States.ALL')) && (
          <li>Else, or when no attempt is left, the execution fails here.</li>
        )}
      </ul>
    </section>
  );
}

/** As many as a sentence can have; the others fold away. */
const mostNamed = 4;

function Errors({ errors }: { readonly errors: readonly string[] }) {
  const named = errors.map((error) => (error === 'States.ALL' ? 'Any other error' : error));
  const [first, rest] = [named.slice(0, mostNamed), named.slice(mostNamed)];
  return (
    <>
      <Foreign text={first.join(', ')} most={300} />
      {rest.length > 0 && ' '}
      {rest.length > 0 && (
        <details>
          <summary>and {rest.length} more</summary>
          <Foreign text={rest.join(', ')} most={1_000} />
        </details>
      )}
    </>
  );
}

interface CountdownProps {
  readonly visit: Visit;
  readonly retriers: FlowState['retriers'];
}

/** How long it is until the next attempt, while one is waited for. */
export function Countdown({ visit, retriers }: CountdownProps) {
  const policies: readonly ToldRetry[] = retriers.map(retryPolicy);
  const next = nextAttempt(visit, policies);
  const now = useNow(next !== undefined);
  if (!next) return null;
  const { at, number, left, jitter } = next;
  const when = at > now ? `${jitter ? 'within' : 'in'} ${formatDuration(Math.ceil((at - now) / 1000) * 1000)}` : 'now';
  return (
    <p className="countdown" role="timer">
      Attempt {number} {when}, {left === 0 ? 'the last one' : `${left} more may follow`}.
    </p>
  );
}
