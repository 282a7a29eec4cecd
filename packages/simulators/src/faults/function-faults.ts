import type { FaultFacts } from './fault-facts.ts';

const lambda = { layers: ['lambda'], changes: 'answer' } as const;

/** What can go wrong with the invocation of a function, in the words of Lambda and Step Functions. */
export const functionFaults = [
  { ...lambda, name: 'throttled', description: 'Lambda turns the invocation away (Lambda.TooManyRequestsException)' },
  {
    ...lambda,
    name: 'service-exception',
    description: 'Lambda itself fails, before the effect (Lambda.ServiceException)',
  },
  {
    ...lambda,
    name: 'aws-exception',
    description: 'Lambda itself fails, after the effect (Lambda.AWSLambdaException)',
  },
  {
    ...lambda,
    name: 'sdk-exception',
    description: 'the connection to Lambda breaks, after the effect (Lambda.SdkClientException)',
  },
  {
    ...lambda,
    name: 'client-timeout',
    description: 'the answer comes too late for Step Functions (Lambda.ClientExecutionTimeoutException)',
  },
  { ...lambda, name: 'no-answer', description: 'the effect is there, the answer never comes (States.Timeout)' },
  {
    ...lambda,
    name: 'out-of-memory',
    description: 'the function dies of its memory, after the effect (Lambda.Unknown)',
  },
  { ...lambda, name: 'killed', description: 'the function is killed while it works (Runtime.ExitError)' },
  { ...lambda, name: 'defect', description: 'the function throws what nobody declared, after the effect (TypeError)' },
  { ...lambda, name: 'invoked-twice', description: 'the function runs twice at once, and the later answer counts' },
  {
    ...lambda,
    name: 'function-timeout-before',
    description: 'the function times out before the effect (Sandbox.Timedout)',
  },
  {
    ...lambda,
    name: 'function-timeout-after',
    description: 'the function times out after the effect (Sandbox.Timedout)',
  },
] as const satisfies readonly FaultFacts[];
