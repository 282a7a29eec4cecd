import type { ExecutionJournal } from '@order-workflow/asl-engine';

const machine = 'arn:aws:states:us-east-1:000000000000:stateMachine:Orders';

/** An execution as a journal is told of it. */
export interface Journaled {
  readonly name: string;
  readonly input?: object;
  readonly output?: object;
  readonly status?: 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED' | 'RUNNING';
  readonly state?: string;
  readonly error?: string;
  readonly cause?: string;
  readonly startedAt?: number;
  readonly stoppedAt?: number;
  readonly cancels?: true;
  readonly redriveCount?: number;
}

/** Writes an execution that has entered one state, and gives its ARN. */
export function journalExecution(journal: ExecutionJournal, given: Journaled): string {
  const { name, input = {}, output, status = 'SUCCEEDED', state = 'Ship Order', startedAt = 1_000, cancels } = given;
  const stateMachineArn = cancels ? `${machine}CancellationStateMachine0A1B2C3D` : machine;
  const executionArn = `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;
  const { error, cause, stoppedAt = startedAt + 500, redriveCount = 0 } = given;
  const ending = { ...(output && { output }), ...(error && { error }), ...(cause && { cause }) } as object;
  journal.append({
    executionArn,
    start: {
      ...{ executionArn, name, stateMachineArn, roleArn: 'arn', type: 'STANDARD', startedAt, seed: undefined },
      ...{ input: JSON.parse(JSON.stringify(input)), definition: {} },
    },
    events: [
      {
        ...{ id: 1, previousEventId: 0, at: startedAt + 10, type: 'TaskStateEntered', shape: 'stateEntered' },
        ...{ subject: state, value: JSON.parse(JSON.stringify({ order: input })), more: undefined },
      },
    ],
    ...{ fibers: [], forgotten: [], redriveCount },
    ...(status !== 'RUNNING' && { end: { status, stoppedAt, ...ending } }),
  });
  return executionArn;
}
