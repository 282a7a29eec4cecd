import { deskServer } from '../desk/desk-server.ts';
import { StockCard } from '../desk/stock-card.tsx';
import { useDesk } from '../desk/use-desk.ts';
import { Banner } from '../parts/banner.tsx';
import { ViewTitle } from '../parts/view-title.tsx';

/** What is left of each product, and for whom the rest is held. */
export function StockView() {
  const { data, failure } = useDesk('stock', (signal) => deskServer.stock(signal));
  return (
    <>
      <div className="view-head">
        <ViewTitle title="Stock" />
      </div>
      <p className="muted">
        Pieces are held before an order is paid for. They are sold once it is fulfilled, and come back when it ends
        otherwise: never by the clock.
      </p>
      {!data && !failure && <p className="muted">Asking for the stock …</p>}
      {data?.products?.length === 0 && <p className="card nothing">No pieces were put in yet: nothing can be sold.</p>}
      <div className="stock">
        {data?.products?.map((product) => (
          <StockCard key={product.sku} product={product} />
        ))}
      </div>
      {failure && <Banner failure={failure} />}
    </>
  );
}
