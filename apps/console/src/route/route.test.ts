import { describe, expect, it } from 'vitest';
import { formatRoute, parseRoute, type Route } from './route.ts';

describe(parseRoute, () => {
  it.each<Route>([
    { view: 'home' },
    { view: 'search', query: {} },
    { view: 'search', query: { q: 'a b&c=d "no reply"', status: 'FAILED', from: '50' } },
    { view: 'order', orderId: '#1001/a b' },
    { view: 'executions' },
    { view: 'executions', status: 'FAILED', page: 'a+b/c=&?#' },
    { view: 'execution', name: 'order-12345' },
    { view: 'execution', name: 'a/b?c#d %41', state: 'Shipment Stands?' },
    { view: 'executions', of: 'cancellations', status: 'FAILED' },
    { view: 'execution', of: 'cancellations', name: 'cancel-12345', state: 'Stop Execution' },
    { view: 'executions', of: 'batches', status: 'RUNNING' },
    { view: 'execution', of: 'batches', name: 'api-batch-1', state: 'Place Parts' },
    { view: 'start' },
    { view: 'stock' },
    { view: 'messages' },
    { view: 'faults' },
  ])('reads back what formatRoute writes: %o', (route) => {
    expect(parseRoute(formatRoute(route))).toEqual(route);
  });

  it.each(['', '#', '#/', '#/desk'])('leads %o to the desk', (hash) => {
    expect(parseRoute(hash)).toEqual({ view: 'home' });
  });

  it.each(['#/nowhere', '#/executions?status=HAPPY', '#/executions/', '#/orders'])('leads %o to the list', (hash) => {
    expect(parseRoute(hash)).toEqual({ view: 'executions' });
  });

  it('takes a name that is not encoded well as it stands', () => {
    expect(parseRoute('#/executions/100%')).toEqual({ view: 'execution', name: '100%' });
  });
});
