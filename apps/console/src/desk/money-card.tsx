import type { DeskOrder } from './desk-server.ts';

/** What was charged, went back and is held, by the gateway's own books, and whether that and the parcel agree. */
export function MoneyCard({ order: { money, verdict } }: { readonly order: DeskOrder }) {
  return (
    <section className="card" aria-labelledby="money-title">
      <h2 id="money-title">Money</h2>
      {money ? (
        <dl className="money">
          <div>
            <dt>Charged</dt>
            <dd className="number">{money.charged}</dd>
          </div>
          <div>
            <dt>Refunded</dt>
            <dd className="number">{money.refunded}</dd>
          </div>
          <div>
            <dt>Held</dt>
            <dd className="number">
              <strong>{money.held}</strong>
            </dd>
          </div>
        </dl>
      ) : (
        <p className="muted">The gateway’s books are not here.</p>
      )}
      {verdict && <p className={`verdict ${verdict.tone}`}>{verdict.words}</p>}
      {money && <p className="muted">By the gateway’s and the carrier’s own books.</p>}
    </section>
  );
}
