import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stateMachineExecutions } from './state-machine-executions.ts';

let answer: { readonly status: number; readonly body: object } = { status: 200, body: {} };
const asked: unknown[] = [];
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (part) => {
    body += part;
  });
  request.on('end', () => {
    asked.push([request.headers['x-amz-target'], JSON.parse(body)]);
    response.writeHead(answer.status).end(JSON.stringify(answer.body));
  });
});
beforeAll(() => new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready)));
afterAll(() => server.close());

const machine = 'arn:aws:states:us-east-1:000000000000:stateMachine:batches:live';
const executions = () =>
  stateMachineExecutions({
    startAt: { batches: machine },
    service: {
      url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
      region: 'us-east-1',
      credentials: () => ({ accessKeyId: 'a', secretAccessKey: 'b' }),
    },
  });

describe(stateMachineExecutions, () => {
  it('asks for an execution by its name, which has no alias in its ARN', async () => {
    answer = { status: 200, body: { status: 'SUCCEEDED', output: '{"a":1}' } };
    expect(await executions().describe('batches', 'one')).toEqual({ status: 'SUCCEEDED', output: { a: 1 } });
    const executionArn = 'arn:aws:states:us-east-1:000000000000:execution:batches:one';
    expect(asked.at(-1)).toEqual(['AWSStepFunctions.DescribeExecution', { executionArn }]);
  });

  it.each([{}, { output: null }])('knows one that runs, whether its output is absent or null: %j', async (more) => {
    answer = { status: 200, body: { status: 'RUNNING', ...more } };
    expect(await executions().describe('batches', 'one')).toEqual({ status: 'RUNNING' });
  });

  it('does not know one that is not kept, and starts under a name that is taken nothing more', async () => {
    answer = { status: 400, body: { __type: 'ExecutionDoesNotExist' } };
    expect(await executions().describe('batches', 'one')).toEqual({ status: 'UNKNOWN' });
    answer = { status: 400, body: { __type: 'ExecutionAlreadyExists' } };
    await expect(executions().start('batches', 'one', {})).resolves.toBeUndefined();
    answer = { status: 400, body: { __type: 'AccessDeniedException' } };
    await expect(executions().start('batches', 'one', {})).rejects.toThrow(TypeError);
  });
});
