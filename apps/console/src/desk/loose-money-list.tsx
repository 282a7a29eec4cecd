import { Foreign } from '../parts/foreign.tsx';
import { formatRoute } from '../route/route.ts';
import type { LooseMoney } from './desk-server.ts';

const words = {
  'under-way': 'under way',
  person: 'waits for a person',
  nobody: 'nothing works on it',
} as const;

/** The id of the heading. */
export const looseMoneyTitle = 'money-title';

/** Which money is held though no parcel stands, by the gateway's and the carrier's own books. */
export function LooseMoneyList({ money }: { readonly money: LooseMoney | undefined }) {
  const charges = (money?.charges ?? []).filter(isLoose);
  if (charges.length === 0) return null;
  return (
    <section className="card" aria-labelledby={looseMoneyTitle}>
      <h2 id={looseMoneyTitle} tabIndex={-1}>
        Money held without a parcel
      </h2>
      <ul>
        {charges.map(({ chargeId, key, orderId, amount, seenTo }) => (
          <li key={chargeId}>
            <strong className="number">{amount}</strong>{' '}
            {orderId === undefined ? (
              <>
                under <Foreign text={key} most={80} />
              </>
            ) : (
              <>
                of order{' '}
                <a href={formatRoute({ view: 'order', orderId })}>
                  <Foreign text={orderId} most={80} />
                </a>
              </>
            )}
            <span className="muted">
              {' '}
              · <Foreign text={chargeId} most={80} /> · {words[seenTo]}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is under way is between payment and shipping, and not listed. */
export function isLoose({ seenTo }: NonNullable<LooseMoney['charges']>[number]) {
  return seenTo !== 'under-way';
}
