import { useId } from 'react';
import { Foreign } from '../parts/foreign.tsx';
import { Moment } from '../parts/moment.tsx';
import { formatRoute } from '../route/route.ts';
import type { StockedProduct } from './desk-server.ts';

/** A product: what is left, held and sold, and the orders for which it is held, the oldest first. */
export function StockCard({ product }: { readonly product: StockedProduct }) {
  const { sku, left, held, sold, holds, more } = product;
  const title = useId();
  return (
    <section className="card" aria-labelledby={title}>
      <h2 id={title}>
        <Foreign text={sku} most={80} />
      </h2>
      <dl className="levels">
        <Level word="left" pieces={left} tone={left === 0 ? 'warn' : 'good'} />
        <Level word="held" pieces={held} tone="run" />
        <Level word="sold" pieces={sold} tone="idle" />
      </dl>
      {holds.length > 0 && (
        <ul>
          {holds.map(({ orderId, attempt, quantity, since, standing }) => (
            <li key={`${attempt} ${orderId}`}>
              <strong className="number">{quantity.toLocaleString()}</strong> for{' '}
              <a href={formatRoute({ view: 'order', orderId })}>
                <Foreign text={orderId} most={80} blank="blank order id" />
              </a>
              {attempt > 1 && <span className="muted"> attempt {attempt}</span>}{' '}
              <span className="muted">
                since <Moment at={since} />
              </span>
              {standing === 'ended' && (
                <span className="outcome warn"> its order has ended: they come back when somebody needs them</span>
              )}
            </li>
          ))}
        </ul>
      )}
      {more > 0 && <p className="muted">and {more.toLocaleString()} more orders</p>}
    </section>
  );
}

interface LevelProps {
  readonly word: string;
  readonly pieces: number;
  readonly tone: 'idle' | 'run' | 'good' | 'warn';
}

function Level({ word, pieces, tone }: LevelProps) {
  return (
    <div className={tone}>
      <dt>{word}</dt>
      <dd className="number">{pieces.toLocaleString()}</dd>
    </div>
  );
}
