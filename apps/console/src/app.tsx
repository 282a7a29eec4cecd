import { stepFunctions } from './api/step-functions.ts';
import { type Live, useLive } from './live/use-live.ts';
import { FaultsBar } from './local/faults-bar.tsx';
import type { Faults } from './local/local-machine.ts';
import { useFaults } from './local/use-faults.ts';
import { type LocalOffers, useLocalOffers } from './local/use-local-offers.ts';
import { Banner } from './parts/banner.tsx';
import { ErrorBoundary } from './parts/error-boundary.tsx';
import { PageHeader } from './parts/page-header.tsx';
import type { Route } from './route/route.ts';
import { useRoute } from './route/use-route.ts';
import { ExecutionView } from './views/execution-view.tsx';
import { ExecutionsView } from './views/executions-view.tsx';
import { FaultsView } from './views/faults-view.tsx';
import { MessagesView } from './views/messages-view.tsx';
import { StartView } from './views/start-view.tsx';

/** The console over the first state machine that the server has. */
export function App() {
  const route = useRoute();
  const { data: machine, failure } = useLive('machine', readMachine, () => false);
  const offers = useLocalOffers(machine !== undefined);
  const faults = useFaults(offers.faults);

  return (
    <>
      <button type="button" className="skip-link" onClick={() => document.getElementById('main')?.focus()}>
        Skip to the content
      </button>
      <PageHeader route={route} offers={offers} />
      <main id="main" tabIndex={-1}>
        {faults.data && <FaultsBar faults={faults.data} />}
        {machine && (
          <ErrorBoundary key={keyOf(route)}>
            <View route={route} machineArn={machine} offers={offers} faults={faults} />
          </ErrorBoundary>
        )}
        {!machine && !failure && <p className="muted">Asking the server for its state machine …</p>}
        {!machine && failure && <p>Nothing to show while the server does not answer.</p>}
      </main>
      {failure && <Banner failure={failure} />}
    </>
  );
}

interface ViewProps {
  readonly route: Route;
  readonly machineArn: string;
  readonly offers: LocalOffers;
  readonly faults: Live<Faults>;
}

function View({ route, machineArn, offers, faults }: ViewProps) {
  switch (route.view) {
    case 'executions':
      return <ExecutionsView route={route} machineArn={machineArn} />;
    case 'execution':
      return <ExecutionView route={route} machineArn={machineArn} offers={offers} />;
    case 'start':
      return <StartView machineArn={machineArn} />;
    case 'messages':
      return <MessagesView />;
    case 'faults':
      return <FaultsView faults={faults} />;
  }
}

async function readMachine(known: string | undefined, signal: AbortSignal): Promise<string> {
  if (known !== undefined) return known;
  const { stateMachines } = await stepFunctions.listStateMachines(signal);
  const [first] = stateMachines;
  if (!first) throw new Error('The server has no state machine.');
  return first.stateMachineArn;
}

/** Another list or another state of the same execution is the same view. */
function keyOf(route: Route): string {
  return route.view === 'execution' ? `execution ${route.name}` : route.view;
}
