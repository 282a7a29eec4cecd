import { type InvokeLambda, type LambdaAnswer, type LambdaInvocation, TaskFailure } from '@order-workflow/asl-engine';
import type { FaultName, Switchboard } from '@order-workflow/simulators';
import type { StageNote } from '../assembly/stage-note.ts';

/** Invokes a function; the signal kills it while it works. */
export type Invoke = (invocation: LambdaInvocation, kill?: AbortSignal) => Promise<LambdaAnswer>;

type Injection = (invocation: LambdaInvocation, invoke: Invoke) => Promise<LambdaAnswer>;

/** How long a function has until it is killed, in milliseconds: a warm one is then at work. */
const killAfterMs = 5;
/** Longer than any task may take. */
const never = 365 * 24 * 3600 * 1000;

const killedCause =
  '{"errorType":"Runtime.ExitError","errorMessage":"Error: Runtime exited with error: signal: killed"}';

const before =
  (error: string, cause: string): Injection =>
  async () => {
    throw new TaskFailure(error, cause);
  };

/** Whatever the function answers is lost, its own failure too. */
const after =
  (error: string, cause: string): Injection =>
  async (invocation, invoke) => {
    await Promise.allSettled([invoke(invocation)]);
    throw new TaskFailure(error, cause);
  };

/** Words and names as Lambda and Step Functions use them. */
const injections: Partial<Record<FaultName, Injection>> = {
  throttled: before('Lambda.TooManyRequestsException', 'Rate Exceeded. (Service: Lambda, Status Code: 429)'),
  'service-exception': before('Lambda.ServiceException', 'Service: Lambda, Status Code: 500'),
  'aws-exception': after('Lambda.AWSLambdaException', 'Service: Lambda, Status Code: 502'),
  'sdk-exception': after('Lambda.SdkClientException', 'Unable to execute HTTP request: connection reset'),
  'client-timeout': after('Lambda.ClientExecutionTimeoutException', 'The client execution timed out'),
  'out-of-memory': after(
    'Lambda.Unknown',
    'The cause could not be determined because Lambda did not return an error type.',
  ),
  defect: after('TypeError', '{"errorType":"TypeError","errorMessage":"a defect that was switched on"}'),
  'function-timeout-before': before('Sandbox.Timedout', 'Task timed out'),
  'function-timeout-after': after('Sandbox.Timedout', 'Task timed out'),
  async 'no-answer'(invocation, invoke) {
    await Promise.allSettled([invoke(invocation)]);
    await invocation.clock.sleep(never, invocation.signal);
    throw new Error('a task waited for a year');
  },
  async killed(invocation, invoke) {
    // One that was quicker is dead all the same before it could answer, so that the error does not depend on the machine.
    await Promise.allSettled([invoke(invocation, AbortSignal.timeout(killAfterMs))]);
    throw new TaskFailure('Runtime.ExitError', killedCause);
  },
  async 'invoked-twice'(invocation, invoke) {
    const [, later] = await Promise.allSettled([invoke(invocation), invoke(invocation)]);
    if (later.status === 'rejected') throw later.reason;
    return later.value;
  },
};

/** The stage that a function is, by its name or ARN. */
export type StageOf = (functionName: string) => StageNote | undefined;

/** What a stage answers that does not reach what it does its work by. */
function portDown({ faults: [error = 'PortUnavailable'] }: StageNote): Injection {
  return before(error, JSON.stringify({ errorType: error, errorMessage: 'switched on' }));
}

/** Lets invocations fail as the faults of the layers `lambda` and `catalog` say that are switched on. */
export function injectFunctionFaults(switchboard: Switchboard, stageOf: StageOf, invoke: Invoke): InvokeLambda {
  return (invocation) => {
    const stage = stageOf(invocation.functionName);
    if (!stage) return invoke(invocation);
    const target = stage.word;
    // The catalog is a file in the bundle that cannot fail by itself: its stage fails as it would.
    if (switchboard.take({ layer: 'catalog', target })) return portDown(stage)(invocation, invoke);
    const fault = switchboard.take({ layer: 'lambda', target });
    const inject = fault && injections[fault];
    return inject ? inject(invocation, invoke) : invoke(invocation);
  };
}
