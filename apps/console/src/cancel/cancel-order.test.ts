import { describe, expect, it } from 'vitest';
import { Refusal } from '../api/refusal.ts';
import { type CancellingCalls, cancelOrder } from './cancel-order.ts';

const machine = 'arn:aws:states:us-east-1:000000000000:stateMachine:Cancellations';

/** Step Functions with executions of these names, which stand so. */
function stepFunctionsWith(standing: Readonly<Record<string, string>>) {
  const started: object[] = [];
  const calls = {
    async describeExecution(arn: string) {
      return { status: standing[arn.slice(arn.lastIndexOf(':') + 1)] };
    },
    async startExecution(input: { name: string }) {
      if (standing[input.name]) throw new Refusal('ExecutionAlreadyExists', 'it exists');
      started.push(input);
    },
  } as unknown as CancellingCalls;
  return { started, cancel: (orderId: string, reason = '') => cancelOrder(calls, machine, { orderId, reason }) };
}

describe(cancelOrder, () => {
  it('starts the first cancellation of an order under its name, with the reason where there is one', async () => {
    const { started, cancel } = stepFunctionsWith({});
    expect(await cancel('7')).toBe('cancel-7');
    expect(await cancel('#1001', 'the customer called')).toBe('cancel__231001');
    expect(started).toEqual([
      { stateMachineArn: machine, name: 'cancel-7', input: '{"orderId":"7"}' },
      { stateMachineArn: machine, name: 'cancel__231001', input: '{"orderId":"#1001","reason":"the customer called"}' },
    ]);
  });

  it('goes on with one that is under way, whatever reason it was given', async () => {
    const { started, cancel } = stepFunctionsWith({ 'cancel-7': 'FAILED', 'cancel2-7': 'RUNNING' });
    expect(await cancel('7', 'again')).toBe('cancel2-7');
    expect(started).toEqual([]);
  });

  it.each(['SUCCEEDED', 'FAILED', 'ABORTED', 'TIMED_OUT'])('follows one that is %s by another', async (status) => {
    const { cancel } = stepFunctionsWith({ 'cancel-7': status });
    expect(await cancel('7')).toBe('cancel2-7');
  });

  it('says what else the server has against it, and that an order without a readable id has no name', async () => {
    const calls = { startExecution: () => Promise.reject(new Refusal('ValidationException', 'reason')) };
    const refused = cancelOrder(calls as unknown as CancellingCalls, machine, { orderId: '7', reason: '' });
    await expect(refused).rejects.toThrow('reason');
    await expect(stepFunctionsWith({}).cancel('a@b.example')).rejects.toThrow('no id');
  });
});
