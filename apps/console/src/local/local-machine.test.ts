import { afterEach, describe, expect, it, vi } from 'vitest';
import { localAnswers } from '../../test/read-written.ts';
import { readRecord } from '../order/read-record.ts';
import { isLambdaLine } from './describe-log-line.ts';
import { localMachine } from './local-machine.ts';

/** The server answers with what its own tests keep. */
function answering(path: string): void {
  vi.stubGlobal('location', { host: '127.0.0.1' });
  vi.stubGlobal('fetch', async () => Response.json(localAnswers[path]));
}
afterEach(() => vi.unstubAllGlobals());

describe('what the local server writes', () => {
  it('is read: the lines that Lambda writes itself, and since when they are kept', async () => {
    answering('logs');
    const { events, keptSince } = await localMachine.logs('arn');
    expect(events.map(({ message }) => isLambdaLine(message))).toEqual([true, true, true]);
    expect(keptSince).toBe(0);
  });

  it('is read: messages to customers, with what the views show of them', async () => {
    answering('messages');
    const { messages } = await localMachine.messages(undefined);
    expect(messages[0]?.attributes).toMatchObject({
      orderId: 'told',
      outcome: 'fulfilled',
      customerEmail: expect.any(String),
      notificationId: expect.any(String),
    });
  });

  it('is read: faults, and the attempts that they struck', async () => {
    answering('faults');
    expect((await localMachine.faults()).on).toMatchObject([{ fault: 'payment=unavailable:2' }]);
    answering('strikes');
    expect((await localMachine.strikes('arn')).strikes).toEqual([
      { fault: 'notify=down', state: 'Notify Customer', attemptAt: 0 },
    ]);
  });

  it('is read: that a notice was parked', () => {
    expect(readRecord(undefined, JSON.stringify(localAnswers['parked']))).toEqual({
      outcome: 'fulfilled',
      notTold: true,
    });
  });
});
