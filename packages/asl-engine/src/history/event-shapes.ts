import type { Json, JsonObject } from '../json/json.ts';

/** How the details of one kind of event are written; JSON stays a value until somebody reads the event. */
export interface EventShape {
  readonly key: `${string}EventDetails` | undefined;
  readonly build: (
    subject: Json | undefined,
    value: Json | undefined,
    more: JsonObject | undefined,
  ) => Record<string, unknown>;
}

const whole = { truncated: false } as const;

// One state's output is the next one's input: the same value is often written out twice in a row.
let latest: object | undefined;
let latestText = '';

function jsonText(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (value !== latest) {
    latestText = JSON.stringify(value);
    latest = value;
  }
  return latestText;
}

function withInput(value: Json | undefined): Record<string, unknown> {
  return value === undefined ? {} : { input: jsonText(value), inputDetails: whole };
}

function withOutput(value: Json | undefined): Record<string, unknown> {
  return value === undefined ? {} : { output: jsonText(value), outputDetails: whole };
}

function shape(key: EventShape['key'], build: EventShape['build']): EventShape {
  return { key, build };
}

/** Details made of the given members alone. */
function plain(key: EventShape['key']): EventShape {
  return shape(key, (_, __, more) => ({ ...more }));
}

/** The shapes of all events (API reference, "HistoryEvent"). */
export const shapes = {
  none: shape(undefined, () => ({})),
  executionStarted: shape('executionStartedEventDetails', (roleArn, input) => ({
    ...withInput(input),
    roleArn,
  })),
  executionSucceeded: shape('executionSucceededEventDetails', (_, output) => withOutput(output)),
  executionFailed: plain('executionFailedEventDetails'),
  executionTimedOut: plain('executionTimedOutEventDetails'),
  executionAborted: plain('executionAbortedEventDetails'),
  executionRedriven: plain('executionRedrivenEventDetails'),
  stateEntered: shape('stateEnteredEventDetails', (name, input) => ({ name, ...withInput(input) })),
  stateExited: shape('stateExitedEventDetails', (name, output, assigned) => ({
    name,
    ...withOutput(output),
    ...(assigned && {
      assignedVariables: Object.fromEntries(
        Object.entries(assigned).map(([variable, value]) => [variable, JSON.stringify(value)]),
      ),
      assignedVariablesDetails: whole,
    }),
  })),
  evaluationFailed: plain('evaluationFailedEventDetails'),
  lambdaScheduled: shape('lambdaFunctionScheduledEventDetails', (resource, input, more) => ({
    resource,
    ...withInput(input),
    ...more,
  })),
  lambdaSucceeded: shape('lambdaFunctionSucceededEventDetails', (_, output) => withOutput(output)),
  lambdaFailed: plain('lambdaFunctionFailedEventDetails'),
  lambdaTimedOut: plain('lambdaFunctionTimedOutEventDetails'),
  activityScheduled: shape('activityScheduledEventDetails', (resource, input, more) => ({
    resource,
    ...withInput(input),
    ...more,
  })),
  activityStarted: plain('activityStartedEventDetails'),
  activitySucceeded: shape('activitySucceededEventDetails', (_, output) => withOutput(output)),
  activityFailed: plain('activityFailedEventDetails'),
  activityTimedOut: plain('activityTimedOutEventDetails'),
  taskScheduled: shape('taskScheduledEventDetails', (_, parameters, more) => ({
    ...more,
    parameters: JSON.stringify(parameters),
  })),
  taskStarted: plain('taskStartedEventDetails'),
  taskSubmitted: shape('taskSubmittedEventDetails', (_, output, more) => ({ ...more, ...withOutput(output) })),
  taskSucceeded: shape('taskSucceededEventDetails', (_, output, more) => ({ ...more, ...withOutput(output) })),
  taskFailed: plain('taskFailedEventDetails'),
  taskTimedOut: plain('taskTimedOutEventDetails'),
  mapStateStarted: plain('mapStateStartedEventDetails'),
  mapIterationStarted: plain('mapIterationStartedEventDetails'),
  mapIterationSucceeded: plain('mapIterationSucceededEventDetails'),
  mapIterationFailed: plain('mapIterationFailedEventDetails'),
  mapIterationAborted: plain('mapIterationAbortedEventDetails'),
  mapRunStarted: plain('mapRunStartedEventDetails'),
  mapRunRedriven: plain('mapRunRedrivenEventDetails'),
  mapRunFailed: plain('mapRunFailedEventDetails'),
} as const satisfies Record<string, EventShape>;

/** The name of a shape; it is what a journal writes. */
export type ShapeName = keyof typeof shapes;
