import * as sfn from '@aws-sdk/client-sfn';
import { type ServeOptions, type StepFunctionsServer, serveStepFunctions } from '../../src/serve.ts';

export const roleArn = 'arn:aws:iam::123456789012:role/r';
export const prefix = 'arn:aws:states:us-east-1:123456789012';
export const pass = { Type: 'Pass', End: true };

/** The text of a machine with this one state, `S`. */
export const machine = (state: object, fields: object = {}) =>
  JSON.stringify({ StartAt: 'S', States: { S: state }, ...fields });

/** A server with the official client for it. */
export async function aServer(options: ServeOptions = {}) {
  const server: StepFunctionsServer = await serveStepFunctions(options);
  const client = new sfn.SFNClient({
    endpoint: server.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
    maxAttempts: 1,
    disableHostPrefix: true,
  });
  let count = 0;
  const create = async (definition: string, fields: object = {}) => {
    const given = { name: `m${++count}`, definition, roleArn, ...fields };
    return (await client.send(new sfn.CreateStateMachineCommand(given))).stateMachineArn as string;
  };
  const start = async (stateMachineArn: string, fields: object = {}) =>
    (await client.send(new sfn.StartExecutionCommand({ stateMachineArn, ...fields }))).executionArn as string;
  const ended = async (executionArn: string) => {
    for (;;) {
      const found = await client.send(new sfn.DescribeExecutionCommand({ executionArn }));
      if (found.status !== 'RUNNING') return found;
    }
  };
  return { client, create, start, ended, url: server.url, close: () => server.close() };
}

/** What a call was refused with: the error's name and its words. */
export async function refusal(work: Promise<unknown>): Promise<string | undefined> {
  try {
    await work;
    return undefined;
  } catch (problem) {
    return `${(problem as Error).name}: ${(problem as Error).message}`;
  }
}
