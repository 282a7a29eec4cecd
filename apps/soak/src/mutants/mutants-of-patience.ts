import type { Mutant } from './mutant.ts';

const machine = 'infra/src/constructs/order-state-machine.ts';
const retriedErrors = '[...transientErrors, ...stage.faults.map(({ errorName }) => errorName)]';

/** Ways to wait too long, too short, or for the wrong thing. */
export const mutantsOfPatience: readonly Mutant[] = [
  {
    name: 'a task has no time-out',
    breaks: 'fails only where a person must act',
    file: machine,
    text: '    taskTimeout: Timeout.duration(Duration.seconds(taskTimeoutSeconds(stage, limits))),\n',
    becomes: '',
  },
  {
    name: 'the execution times out while an undo is still tried',
    breaks: 'fails only where a person must act',
    file: machine,
    text: 'timeout: Duration.seconds(executionTimeoutSeconds(plan, limits)),',
    becomes: 'timeout: Duration.minutes(10),',
  },
  {
    name: 'an unknown outcome is not retried',
    breaks: 'fails only where a person must act',
    file: machine,
    text: retriedErrors,
    becomes: `${retriedErrors}.filter((name) => !name.endsWith('OutcomeUnknown'))`,
  },
  {
    name: 'a rejection is retried',
    breaks: 'the record says what happened',
    file: machine,
    text: retriedErrors,
    becomes: '[...transientErrors, ...[...stage.faults, ...stage.rejections].map(({ errorName }) => errorName)]',
  },
  {
    name: 'an invocation that Lambda throttles is not retried',
    breaks: 'fails only where a person must act',
    file: 'infra/src/policy/retry-policies.ts',
    text: "  'Lambda.TooManyRequestsException',\n",
    becomes: '',
  },
  {
    name: 'a function that was killed is not called again',
    breaks: 'fails only where a person must act',
    file: 'infra/src/policy/retry-policies.ts',
    text: "  'Runtime.ExitError',\n",
    becomes: '',
  },
  {
    name: 'a refund is tried for a minute instead of hours',
    breaks: 'fails only where a person must act',
    file: 'packages/payment/src/refund-payment-stage.ts',
    text: "patience: 'patient'",
    becomes: "patience: 'prompt'",
  },
  {
    name: 'a cancellation is tried for a minute instead of hours',
    breaks: 'fails only where a person must act',
    file: 'packages/shipping/src/cancel-shipment-stage.ts',
    text: "patience: 'patient'",
    becomes: "patience: 'prompt'",
  },
];
