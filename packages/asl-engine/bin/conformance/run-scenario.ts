import {
  createVirtualClock,
  DefinitionInvalid,
  type Execution,
  execute,
  type Json,
  parseDefinition,
  TaskFailure,
  type TaskIntegration,
} from '../../src/index.ts';
import { answerCallback } from './answer-callback.ts';
import { scenarioFunctions } from './scenario-functions.ts';

/** One recorded execution, as far as a run needs it. */
export interface Scenario {
  readonly id: string;
  readonly type: 'STANDARD' | 'EXPRESS';
  readonly definition: string | object;
  readonly input: Json;
  readonly lambdas: Readonly<Record<string, string>>;
  readonly callback: string | null;
}

/** What the engine made of it, in the judge's format. */
export interface ScenarioResult {
  readonly id: string;
  readonly status: string;
  readonly output?: Json;
  readonly error?: string;
  readonly cause?: string;
  readonly events: readonly string[];
}

const accountId = '111111111111';
const region = 'us-east-1';

/** Runs one scenario on a virtual clock. */
export async function runScenario(scenario: Scenario): Promise<ScenarioResult> {
  const { id, type, input } = scenario;
  const clock = createVirtualClock();
  try {
    const definition = parseDefinition(scenario.definition);
    const sent: TaskIntegration = (parameters) => {
      answerCallback(scenario.callback, parameters, clock, () => execution);
      return { MD5OfMessageBody: '0'.repeat(32), MessageId: '00000000-0000-4000-8000-000000000000' };
    };
    const execution: Execution = execute(definition, {
      input,
      type,
      clock,
      seed: 1,
      name: 'conformance',
      stateMachineArn: `arn:aws:states:${region}:${accountId}:stateMachine:state-machine-name`,
      roleArn: `arn:aws:iam::${accountId}:role/role`,
      integrations: { 'sqs:sendMessage': sent },
      invokeLambda: async ({ functionName, payload, clock: taskClock }) => {
        const name = functionName.split(':')[6] ?? functionName;
        const kind = scenario.lambdas[name];
        const work = kind === undefined ? undefined : scenarioFunctions[kind];
        if (!work) throw functionNotFound(name);
        return { payload: await work(payload, taskClock) };
      },
    });
    const { status, output, error, cause } = await execution.result;
    const events = execution.history().map((event) => event.type);
    return {
      id,
      status,
      events,
      ...(output !== undefined && { output }),
      ...(error !== undefined && { error }),
      ...(cause !== undefined && { cause }),
    };
  } catch (problem) {
    if (problem instanceof DefinitionInvalid)
      return { id, status: 'CREATE_REJECTED', cause: problem.message, events: [] };
    return { id, status: 'CRASHED', cause: String((problem as Error).stack), events: [] };
  }
}

// Lambda's own answer for a function that does not exist.
function functionNotFound(name: string): TaskFailure {
  const arn = `arn:aws:lambda:${region}:${accountId}:function:${name}:$LATEST`;
  const details =
    'Service: AWSLambda; Status Code: 404; Error Code: ResourceNotFoundException; Request ID: 00000000-0000-4000-8000-000000000000; Proxy: null';
  return new TaskFailure('Lambda.ResourceNotFoundException', `Function not found: ${arn} (${details})`);
}
