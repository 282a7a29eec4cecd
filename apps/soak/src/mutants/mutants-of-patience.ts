import type { Mutant } from './mutant.ts';
import { drop, replace } from './operators.ts';

/** Ways to wait too long, too short, or for the wrong thing. */
export const mutantsOfPatience: readonly Mutant[] = [
  {
    name: 'a task has no time-out',
    breaks: 'fails only where a person must act',
    in: 'OrderStateMachine',
    at: 'function stageState > property taskTimeout',
    operator: drop,
  },
  {
    name: 'the execution times out while an undo is still tried',
    breaks: 'fails only where a person must act',
    in: 'OrderStateMachine',
    at: 'property timeout',
    operator: replace('Duration.minutes(10)'),
  },
  {
    name: 'an unknown outcome is not retried',
    breaks: 'fails only where a person must act',
    in: 'OrderStateMachine',
    at: 'const errors',
    operator: replace((errors) => `${errors}.filter((name) => !name.endsWith('OutcomeUnknown'))`),
  },
  {
    name: 'a rejection is retried',
    breaks: 'the record says what happened',
    in: 'OrderStateMachine',
    at: 'const errors > use faults',
    operator: replace((faults) => `[...${faults}, ...stage.rejections.map(({ errorName }) => errorName)]`),
  },
  {
    name: 'an invocation that Lambda throttles is not retried',
    breaks: 'fails only where a person must act',
    in: 'transientErrors',
    at: 'literal Lambda.TooManyRequestsException',
    operator: drop,
  },
  {
    name: 'a function that was killed is not called again',
    breaks: 'fails only where a person must act',
    in: 'transientErrors',
    at: 'literal Runtime.ExitError',
    operator: drop,
  },
  {
    name: 'a refund is tried for a day instead of a fortnight',
    breaks: 'fails only where a person must act',
    in: 'refundPayment',
    at: 'property patienceSeconds',
    operator: replace('60'),
  },
  {
    name: 'a cancellation is tried for a day instead of a fortnight',
    breaks: 'fails only where a person must act',
    in: 'cancelShipment',
    at: 'property patienceSeconds',
    operator: replace('60'),
  },
  {
    name: 'a paid order waits a minute for its carrier instead of hours',
    breaks: 'fails only where a person must act',
    in: 'shipOrder',
    at: 'property patienceSeconds',
    operator: replace('60'),
  },
  {
    name: 'a payment that is pending is waited for at Process Payment',
    breaks: 'the record says what happened',
    in: 'processPayment',
    at: 'property awaits',
    operator: drop,
  },
  {
    name: 'a refund that the gateway has accepted is told of only when it is made',
    breaks: 'the record says what happened',
    in: 'refundPayment',
    at: 'property awaits',
    operator: drop,
  },
  {
    name: 'what never comes is said in the words of any failure',
    breaks: 'the record says what happened',
    in: 'processPayment',
    at: 'property awaits > property apology',
    operator: drop,
  },
];
