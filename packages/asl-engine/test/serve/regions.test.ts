import * as sfn from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aServer, machine, pass, refusal, roleArn } from './a-server.ts';

let server: Awaited<ReturnType<typeof aServer>>;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.close());

function clientOf(region: string, accessKeyId = 'any') {
  const credentials = { accessKeyId, secretAccessKey: 'any' };
  return new sfn.SFNClient({ ...{ endpoint: server.url, region, credentials }, maxAttempts: 1 });
}

const create = async (client: sfn.SFNClient, definition = machine(pass)) =>
  (await client.send(new sfn.CreateStateMachineCommand({ name: 'same', definition, roleArn }))).stateMachineArn;

it('a region sees nothing of another, though names are the same', async () => {
  const [here, there] = [clientOf('eu-west-1'), clientOf('us-west-2')];
  const [hereArn, thereArn] = [await create(here), await create(there)];
  expect((await here.send(new sfn.ListStateMachinesCommand({}))).stateMachines).toMatchObject([
    { stateMachineArn: hereArn },
  ]);
  const start = (client: sfn.SFNClient, stateMachineArn: string | undefined) =>
    client.send(new sfn.StartExecutionCommand({ stateMachineArn, name: 'same' }));
  const { executionArn } = await start(here, hereArn);
  await start(there, thereArn);
  expect(await refusal(there.send(new sfn.DescribeStateMachineCommand({ stateMachineArn: hereArn })))).toMatch(
    /^StateMachineDoesNotExist/,
  );
  expect(await refusal(start(there, hereArn))).toMatch(/^StateMachineDoesNotExist/);
  expect(await refusal(there.send(new sfn.DescribeExecutionCommand({ executionArn })))).toMatch(
    /^ExecutionDoesNotExist/,
  );
});

it('an access key of twelve digits is an account of its own, also for what its states ask of this server', async () => {
  const client = clientOf('us-east-1', '987654321098');
  const list = { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:sfn:listStateMachines', Parameters: {}, End: true };
  const stateMachineArn = await create(client, machine(list));
  expect(stateMachineArn).toBe('arn:aws:states:us-east-1:987654321098:stateMachine:same');
  expect((await clientOf('us-east-1').send(new sfn.ListStateMachinesCommand({}))).stateMachines).toEqual([]);
  const { executionArn } = await client.send(new sfn.StartExecutionCommand({ stateMachineArn }));
  for (;;) {
    const { status, output = '{}' } = await client.send(new sfn.DescribeExecutionCommand({ executionArn }));
    if (status === 'RUNNING') continue;
    expect(JSON.parse(output)).toMatchObject({ StateMachines: [{ StateMachineArn: stateMachineArn }] });
    break;
  }
});
