import { SearchBox } from '../desk/search-box.tsx';
import type { LocalOffers } from '../local/use-local-offers.ts';
import type { BesideOrders } from '../machines/machines.ts';
import { formatRoute, type Route } from '../route/route.ts';
import { ThemeSwitch } from '../theme/theme-switch.tsx';

interface PageHeaderProps {
  readonly route: Route;
  readonly offers: LocalOffers;
  /** What there are executions of beside those of orders. */
  readonly beside: readonly BesideOrders[];
}

export function PageHeader({ route, offers, beside }: PageHeaderProps) {
  const listed = route.view === 'executions' || route.view === 'execution' ? (route.of ?? 'orders') : undefined;
  const places: readonly { readonly label: string; readonly to: Route; readonly current: boolean }[] = [
    ...(offers.desk
      ? [{ label: 'Desk', to: { view: 'home' }, current: ['home', 'search', 'order'].includes(route.view) } as const]
      : []),
    {
      label: 'Executions',
      to: { view: 'executions' },
      current: listed === 'orders',
    },
    ...beside.map(
      (of) => ({ label: besideLabels[of], to: { view: 'executions', of }, current: listed === of }) as const,
    ),
    ...(offers.stock ? [place('Stock', 'stock', route)] : []),
    { label: 'Start an order', to: { view: 'start' }, current: route.view === 'start' },
    ...(offers.messages ? [place('Messages', 'messages', route)] : []),
    ...(offers.faults ? [place('Faults', 'faults', route)] : []),
  ];
  return (
    <header className="page-header">
      <a className="brand" href={formatRoute({ view: 'home' })}>
        <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
          <path d="M6 4v12M6 10h4q4 0 4-4" fill="none" stroke="currentColor" strokeWidth="1.6" />
          <circle cx="6" cy="4" r="2.6" fill="currentColor" />
          <circle cx="6" cy="16" r="2.6" fill="currentColor" />
          <circle cx="14" cy="5" r="2.6" fill="currentColor" />
        </svg>
        Order Workflow
      </a>
      <nav aria-label="Main">
        {places.map(({ label, to, current }) => (
          <a key={label} href={formatRoute(to)} {...(current ? { 'aria-current': 'page' as const } : {})}>
            {label}
          </a>
        ))}
      </nav>
      {offers.desk && <SearchBox route={route} />}
      <ThemeSwitch />
    </header>
  );
}

const besideLabels: Readonly<Record<BesideOrders, string>> = { cancellations: 'Cancellations', batches: 'Batches' };

function place(label: string, view: 'stock' | 'messages' | 'faults', route: Route) {
  return { label, to: { view }, current: route.view === view } as const;
}
