import type { ConsoleWorld } from './console-world.ts';

/** Calls one operation of the Step Functions API as another client would. */
export async function callServer({ server }: ConsoleWorld, operation: string, input: object): Promise<unknown> {
  const response = await fetch(`${server.endpoint}/`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `AWSStepFunctions.${operation}` },
    body: JSON.stringify(input),
  });
  return response.json();
}

/** Starts an execution of any input, good or not, and waits for its end. */
export async function startAndEnd(
  world: ConsoleWorld,
  name: string,
  input: object,
  of: 'orders' | 'cancellations' = 'orders',
): Promise<void> {
  const { stateMachines } = (await callServer(world, 'ListStateMachines', {})) as {
    stateMachines: [{ stateMachineArn: string }, { stateMachineArn: string }];
  };
  const [orders, cancellations] = stateMachines;
  const { stateMachineArn } = of === 'orders' ? orders : cancellations;
  const started = await callServer(world, 'StartExecution', { stateMachineArn, name, input: JSON.stringify(input) });
  const { executionArn } = started as { executionArn: string };
  for (;;) {
    const { status } = (await callServer(world, 'DescribeExecution', { executionArn })) as { status: string };
    if (status !== 'RUNNING') return;
    await new Promise((again) => setTimeout(again, 100));
  }
}

/** Leaves exactly these faults switched on. */
export async function switchFaults({ server }: ConsoleWorld, faults: readonly string[]): Promise<void> {
  await fetch(`${server.endpoint}/_local/faults`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ faults }),
  });
}
