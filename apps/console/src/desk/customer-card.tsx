import { DataTable } from '../parts/data-table.tsx';
import { Foreign } from '../parts/foreign.tsx';
import type { DeskOrder } from './desk-server.ts';

/** Who placed the order, where it goes, and what it is. */
export function CustomerCard({ order: { placed, lines, executions } }: { readonly order: DeskOrder }) {
  const parcels = executions.flatMap(({ trackingNumber }) => trackingNumber ?? []);
  return (
    <section className="card" aria-labelledby="customer-title">
      <h2 id="customer-title">Customer and goods</h2>
      <dl className="facts">
        <Fact title="E-mail" value={placed['customerEmail']} />
        <Fact title="Name" value={placed['customerName']} />
        <Fact title="Telephone" value={placed['customerPhone']} />
        <Fact title="Paid by" value={placed['paymentMethod']} />
        <Fact title="Address" value={addressText(placed['shippingAddress'])} />
        {parcels.map((parcel) => (
          <Fact key={parcel} title="Parcel" value={parcel} />
        ))}
      </dl>
      {lines.length > 0 && (
        <div className="scroll-box">
          <DataTable caption="Lines of the order" columns={['Article', 'Quantity', 'Price']}>
            {lines.map(({ sku, title, quantity, price }) => (
              <tr key={sku}>
                <th scope="row">
                  <Foreign text={title} most={80} /> <span className="muted">{<Foreign text={sku} most={40} />}</span>
                </th>
                <td className="number">{quantity.toLocaleString()}</td>
                <td className="number">{price}</td>
              </tr>
            ))}
          </DataTable>
        </div>
      )}
    </section>
  );
}

function Fact({ title, value }: { readonly title: string; readonly value: unknown }) {
  if (typeof value !== 'string' || value === '') return null;
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        <Foreign text={value} most={200} />
      </dd>
    </div>
  );
}

function addressText(address: unknown): string {
  if (typeof address !== 'object' || address === null) return '';
  return Object.values(address)
    .filter((part) => typeof part === 'string' && part !== '')
    .join(', ');
}
