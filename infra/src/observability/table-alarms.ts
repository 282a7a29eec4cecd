import { Duration } from 'aws-cdk-lib';
import { type ITable, Operation } from 'aws-cdk-lib/aws-dynamodb';
import { tableId } from '../constructs/order-table.ts';
import type { WatchedCondition } from './watched-condition.ts';

/** The operations that a stage may ask of a table. */
const operations = [Operation.GET_ITEM, Operation.PUT_ITEM, Operation.UPDATE_ITEM];

/** What is watched of a table: that it turns requests away, or fails itself. Either lets orders wait. */
export function tableConditions(name: string, table: ITable): readonly WatchedCondition[] {
  const asked = { operations, period: Duration.minutes(5) };
  const id = tableId(name);
  return [
    {
      id: `${id}Throttled`,
      says: `The table ${name} turns requests away: orders are retried, and undone if it lasts.`,
      runbook: 'a-table-does-not-answer',
      metric: table.metricThrottledRequestsForOperations(asked),
      threshold: 1,
    },
    {
      id: `${id}Fails`,
      says: `The table ${name} fails by itself: orders are retried, and undone if it lasts.`,
      runbook: 'a-table-does-not-answer',
      metric: table.metricSystemErrorsForOperations(asked),
      threshold: 1,
    },
  ];
}
