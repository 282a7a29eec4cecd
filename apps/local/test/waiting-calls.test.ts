import { realClock } from '@order-workflow/asl-engine';
import { expect, it, onTestFinished } from 'vitest';
import { startPlatform } from '../src/platform/platform.ts';
import { tableAssembly } from './table-assembly.ts';

it("stops the time-out of a state whose call waits for an instance, until one has it: a queue in front of the functions must not eat a state's time", async () => {
  const platform = await startPlatform({ assembly: tableAssembly(), instances: { maxInstances: 1 } });
  onTestFinished(() => platform.close());
  const told: string[] = [];
  const call = async (name: string) => {
    await platform.invokeLambda({
      functionName: 'Shop-Stage',
      payload: { operation: 'GetItem', Key: { orderId: { S: '1' } } },
      invocationType: undefined,
      qualifier: undefined,
      executionArn: `arn:aws:states:us-east-1:000000000000:execution:Shop:${name}`,
      executionName: name,
      stateMachineArn: 'arn:aws:states:us-east-1:000000000000:stateMachine:Shop',
      stateName: 'Stage',
      retryCount: 0,
      taskToken: undefined,
      resource: 'arn:aws:states:::lambda:invoke',
      pattern: 'request',
      signal: new AbortController().signal,
      clock: realClock,
      submitted: () => undefined,
      holdTimeout() {
        told.push(`${name} waits`);
        return () => void told.push(`${name} begins`);
      },
    });
    told.push(`${name} ended`);
  };
  await Promise.all([call('first'), call('second')]);
  expect(told.toSorted()).toEqual(['first ended', 'second begins', 'second ended', 'second waits']);
  expect(told.indexOf('second waits')).toBeLessThan(told.indexOf('second begins'));
});
