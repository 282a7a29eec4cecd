import { expect, it } from 'vitest';
import { createVirtualClock } from '../clock/virtual-clock.ts';
import { ChildExecutions } from './child-executions.ts';

const facts = {
  ...{ executionArn: 'arn:child', name: 'child', stateMachineArn: 'arn:machine', stateMachineName: 'machine' },
  ...{ roleArn: 'arn:role', input: null, startedAt: 0, mapRunArn: 'arn:run', itemCount: 1 },
};

it('tells everybody who stops a child that it has ended, for the reason of the first', async () => {
  const { child } = new ChildExecutions().begin(createVirtualClock(), facts);
  child.cancel = () => void Promise.resolve().then(() => child.end ?? child.abort());
  await Promise.all([child.stop({ error: 'One' }), child.stop({ error: 'Another' })]);
  expect(child.end).toMatchObject({ status: 'ABORTED', error: 'One' });
});
