import type { RunningWorkflow } from '@order-workflow/local';
import { orderStandingsFromEnvironment } from '@order-workflow/stage-kit/order-store';
import { type StockPorts, stockFromEnvironment } from '@order-workflow/stock';

/** The tables of a running workflow as its functions have them, by the same adapters. */
export function stockOf({ assembly, tables }: Pick<RunningWorkflow, 'assembly' | 'tables'>): StockPorts {
  const reserve = assembly.functions.find(({ stage }) => stage?.word === 'stock');
  const environment = {
    ...reserve?.environment,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'operator',
    AWS_SECRET_ACCESS_KEY: 'x',
    AWS_ENDPOINT_URL_DYNAMODB: tables?.endpoint,
  };
  return {
    table: stockFromEnvironment(environment),
    orders: orderStandingsFromEnvironment(environment),
    clock: Date,
    signal: new AbortController().signal,
  };
}
