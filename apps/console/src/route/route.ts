import type { ExecutionStatus } from '../api/execution.ts';
import { executionStatuses } from '../api/execution.ts';
import { type DeskQuery, readDeskQuery } from '../desk/desk-query.ts';
import type { BesideOrders } from '../machines/machines.ts';

/** A place in the console. Executions are those of orders, unless it says of what else. */
export type Route =
  | { readonly view: 'home' }
  | { readonly view: 'search'; readonly query: DeskQuery }
  | { readonly view: 'order'; readonly orderId: string }
  | {
      readonly view: 'executions';
      readonly of?: BesideOrders;
      readonly status?: ExecutionStatus;
      readonly page?: string;
    }
  | { readonly view: 'execution'; readonly of?: BesideOrders; readonly name: string; readonly state?: string }
  | { readonly view: 'history' }
  | { readonly view: 'start' }
  | { readonly view: 'stock' }
  | { readonly view: 'messages' }
  | { readonly view: 'faults' };

/** Reads the part of an address after `#`. What it does not know is the list of executions. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?');
  const parameters = new URLSearchParams(query);
  const [view, name] = path.split('/').map(decode);
  const of = view === 'cancellations' || view === 'batches' ? ({ of: view } as const) : {};
  if ((view === 'executions' || 'of' in of) && name) {
    return { view: 'execution', ...of, name, ...optional('state', parameters.get('state')) };
  }
  if (view === 'search') return { view, query: readDeskQuery(parameters) };
  if (view === 'orders' && name) return { view: 'order', orderId: name };
  if (view === '' || view === 'desk') return { view: 'home' };
  if (view === 'start' || view === 'history' || view === 'stock' || view === 'messages' || view === 'faults')
    return { view };
  const status = executionStatuses.find((known) => known === parameters.get('status'));
  return {
    view: 'executions',
    ...of,
    ...(status === undefined ? {} : { status }),
    ...optional('page', parameters.get('page')),
  };
}

/** The address of a place: what `parseRoute` reads. */
export function formatRoute(route: Route): string {
  if (route.view === 'execution') {
    return `#/${route.of ?? 'executions'}/${encodeURIComponent(route.name)}${query({ state: route.state })}`;
  }
  if (route.view === 'executions')
    return `#/${route.of ?? 'executions'}${query({ status: route.status, page: route.page })}`;
  if (route.view === 'search') return `#/search${query(route.query)}`;
  if (route.view === 'order') return `#/orders/${encodeURIComponent(route.orderId)}`;
  return route.view === 'home' ? '#/' : `#/${route.view}`;
}

function query(parameters: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(parameters).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function optional<Key extends string>(key: Key, value: string | null): { [K in Key]?: string } {
  return value === null || value === '' ? {} : ({ [key]: value } as { [K in Key]: string });
}
