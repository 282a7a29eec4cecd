import type { HistoryEvent } from './event-record.ts';

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

/** An event as GetExecutionHistory shows it where `includeExecutionData` is false. */
export function withoutData(event: HistoryEvent): object {
  return Object.fromEntries(
    Object.entries(event).map(([key, value]) => [key, key.endsWith('EventDetails') ? pruned(value) : value]),
  );
}

function pruned(details: object): object {
  return Object.fromEntries(Object.entries(details).filter(([field]) => !dataFields.has(field)));
}
