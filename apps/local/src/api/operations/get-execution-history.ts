import { type HistoryEvent, readHistory } from '@order-workflow/asl-engine';
import * as z from 'zod/mini';
import { arnField, defineOperation, maxResultsField, tokenField } from '../operation.ts';
import { readPage } from '../page.ts';
import { executionOf } from '../resolve-arn.ts';

const request = z.strictObject({
  executionArn: arnField,
  maxResults: maxResultsField,
  reverseOrder: z.optional(z.boolean()),
  nextToken: tokenField,
  includeExecutionData: z.optional(z.boolean()),
});

/** What holds an execution's data in the details of events. */
const dataFields = new Set([
  'input',
  'inputDetails',
  'output',
  'outputDetails',
  'parameters',
  'assignedVariables',
  'assignedVariablesDetails',
]);

export const getExecutionHistory = defineOperation('GetExecutionHistory', request, (asked, served) => {
  const { executionArn, reverseOrder: reverse = false, includeExecutionData = true } = asked;
  executionOf(served, executionArn);
  const { entries, ...next } = readPage(
    { operation: 'GetExecutionHistory', executionArn, reverse, includeExecutionData },
    asked,
    served.clock.now(),
    (limit, after) =>
      readHistory(served.workflow.journal, executionArn, { limit, reverse, ...(after !== undefined && { after }) }),
    ({ id }) => id,
  );
  return { events: includeExecutionData ? entries : entries.map(withoutData), ...next };
});

function withoutData(event: HistoryEvent): object {
  return Object.fromEntries(
    Object.entries(event).map(([key, value]) => [key, key.endsWith('EventDetails') ? pruned(value) : value]),
  );
}

function pruned(details: object): object {
  return Object.fromEntries(Object.entries(details).filter(([field]) => !dataFields.has(field)));
}
