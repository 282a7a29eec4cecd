import { stepFunctions } from './api/step-functions.ts';
import { type Live, useLive } from './live/use-live.ts';
import { FaultsBar } from './local/faults-bar.tsx';
import type { Faults } from './local/local-machine.ts';
import { useFaults } from './local/use-faults.ts';
import { type LocalOffers, noOffers, useLocalOffers } from './local/use-local-offers.ts';
import { besideOrders, type Machines, tellMachines } from './machines/machines.ts';
import { Banner } from './parts/banner.tsx';
import { ErrorBoundary } from './parts/error-boundary.tsx';
import { PageHeader } from './parts/page-header.tsx';
import type { Route } from './route/route.ts';
import { useRoute } from './route/use-route.ts';
import { BatchesView } from './views/batches-view.tsx';
import { ExecutionView } from './views/execution-view.tsx';
import { ExecutionsView } from './views/executions-view.tsx';
import { FaultsView } from './views/faults-view.tsx';
import { HistoryView } from './views/history-view.tsx';
import { HomeView } from './views/home-view.tsx';
import { MessagesView } from './views/messages-view.tsx';
import { OrderView } from './views/order-view.tsx';
import { SearchView } from './views/search-view.tsx';
import { StartView } from './views/start-view.tsx';
import { StockView } from './views/stock-view.tsx';

/** The console over the state machine that takes orders, and the one that cancels them. */
export function App() {
  const route = useRoute();
  const { data: machines, failure } = useLive('machines', readMachines, () => false);
  const offered = useLocalOffers(machines !== undefined);
  const offers = offered ?? noOffers;
  const faults = useFaults(offers.faults);

  return (
    <>
      <button type="button" className="skip-link" onClick={() => document.getElementById('main')?.focus()}>
        Skip to the content
      </button>
      <PageHeader route={route} offers={offers} beside={besideOrders.filter((of) => machines?.[of])} />
      <main id="main" tabIndex={-1}>
        {faults.data && <FaultsBar faults={faults.data} />}
        {machines && (
          <ErrorBoundary key={keyOf(route)}>
            {offered || !isOfDesk(route) ? (
              <View route={route} machines={machines} offers={offers} faults={faults} />
            ) : (
              <p className="muted">Asking the server what it has …</p>
            )}
          </ErrorBoundary>
        )}
        {!machines && !failure && <p className="muted">Asking the server for its state machine …</p>}
        {!machines && failure && <p>Nothing to show while the server does not answer.</p>}
      </main>
      {failure && <Banner failure={failure} />}
    </>
  );
}

interface ViewProps {
  readonly route: Route;
  readonly machines: Machines;
  readonly offers: LocalOffers;
  readonly faults: Live<Faults>;
}

function View({ route, machines, offers, faults }: ViewProps) {
  // On AWS there is no desk, and a workflow may hold no stock: the list of executions is what there is.
  if ((isOfDesk(route) && !offers.desk) || (route.view === 'stock' && !offers.stock))
    return <ExecutionsView route={{}} machines={machines} />;
  switch (route.view) {
    case 'home':
      return <HomeView machines={machines} />;
    case 'search':
      return <SearchView query={route.query} machines={machines} />;
    case 'order':
      return <OrderView orderId={route.orderId} machines={machines} />;
    case 'executions':
      return <List route={route} machines={machines} />;
    case 'execution':
      return <ExecutionView route={route} machines={machines} offers={offers} />;
    case 'history':
      return <HistoryView machines={machines} />;
    case 'start':
      return <StartView machines={machines} />;
    case 'stock':
      return <StockView />;
    case 'messages':
      return <MessagesView />;
    case 'faults':
      return <FaultsView faults={faults} />;
  }
}

interface ListProps extends Pick<ViewProps, 'machines'> {
  readonly route: Route & { readonly view: 'executions' };
}

function List({ route: { of, ...asked }, machines }: ListProps) {
  if (of === 'batches' && machines.batches) return <BatchesView route={asked} machine={machines.batches} />;
  return <ExecutionsView route={{ ...asked, ...(of === 'cancellations' && { of }) }} machines={machines} />;
}

async function readMachines(known: Machines | undefined, signal: AbortSignal): Promise<Machines> {
  return known ?? tellMachines((await stepFunctions.listStateMachines(signal)).stateMachines);
}

function isOfDesk({ view }: Route): boolean {
  return view === 'home' || view === 'search' || view === 'order' || view === 'stock';
}

/** Another list or another state of the same execution is the same view. */
function keyOf(route: Route): string {
  if (route.view === 'execution') return `execution ${route.of} ${route.name}`;
  if (route.view === 'order') return `order ${route.orderId}`;
  return route.view === 'executions' ? `executions ${route.of}` : route.view;
}
