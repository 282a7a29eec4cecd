import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { nodeFlags } from '../../test/run-command.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { type CustomerMessage, openCustomerInbox, openMessageLog, type ParkedMessage } from './message-log.ts';

const notice = (notificationId: string, text = 'Hello'): CustomerMessage => ({
  subject: 'Order 1',
  text,
  attributes: { notificationId },
});
const parked = (messageId: string): ParkedMessage => ({
  messageId,
  queueUrl: 'https://queue',
  body: '{}',
  parkedAt: '2026-03-02T10:00:00.000Z',
});

describe(openMessageLog, () => {
  it('keeps what it noted when its process is killed', async () => {
    const file = join(temporaryFolder(), 'messages.sqlite');
    const writer = fileURLToPath(new URL('../../test/note-message.ts', import.meta.url));
    const child = spawn(process.execPath, [...nodeFlags, writer, file], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const log = openMessageLog(file);
    expect(log.published()).toEqual([notice('order-1-notice')]);
    expect(log.parked()).toEqual([parked('m1')]);
    log.close();
  });

  it('gives the latest messages first, and no more than asked for', () => {
    const log = openMessageLog();
    for (const id of ['a', 'b', 'c']) log.publish(notice(id));
    expect(log.latest(2)).toEqual([notice('c'), notice('b')]);
    expect(log.latest(9)).toHaveLength(3);
    log.close();
  });

  it('gives messages in the sequence in which they came, or those of one notice', () => {
    const log = openMessageLog();
    for (const [id, text] of [
      ['a', '1'],
      ['b', '2'],
      ['a', '3'],
    ] as const)
      log.publish(notice(id, text));
    expect(log.published().map(({ text }) => text)).toEqual(['1', '2', '3']);
    expect(log.published('a').map(({ text }) => text)).toEqual(['1', '3']);
    expect(log.published('c')).toEqual([]);
  });

  it('lets go of a parked message that is removed, and of no other', () => {
    const log = openMessageLog();
    for (const id of ['m1', 'm2', 'm3']) log.park(parked(id));
    log.remove('m2');
    log.remove('m4');
    expect(log.parked().map(({ messageId }) => messageId)).toEqual(['m1', 'm3']);
  });

  it('keeps letters by their notices, and what is owed once until it is settled', () => {
    const log = openMessageLog();
    const letter = (notificationId: string, messageId: string) => ({
      ...{ notificationId, messageId, from: 'a@shop.example', to: 'b@example.com' },
      ...{ subject: 'x', text: 'x', html: '<p>x</p>', sentAt: '2026-03-02T10:00:00.000Z' },
    });
    for (const [notice, id] of [
      ['a', 'm1'],
      ['b', 'm2'],
      ['a', 'm3'],
    ] as const)
      log.post(letter(notice, id));
    expect(log.letters('a')).toEqual([letter('a', 'm1'), letter('a', 'm3')]);
    for (const id of ['a', 'b', 'a']) log.owe(notice(id));
    expect(log.owed()).toEqual([notice('a'), notice('b')]);
    log.settle('a');
    expect(log.owed()).toEqual([notice('b')]);
  });

  it('throws at a file that is no database', () => {
    const file = fileURLToPath(import.meta.url);
    expect(() => openMessageLog(file)).toThrow('file is not a database');
  });
});

describe(openCustomerInbox, () => {
  it('does not bring again what was there before it was opened, nor its repetition', () => {
    const log = openMessageLog();
    log.publish(notice('a'));
    const inbox = openCustomerInbox(log);
    log.publish(notice('a'));
    const nameless = { ...notice(''), attributes: {} };
    for (const message of [notice('b'), nameless, notice('b'), nameless]) log.publish(message);
    expect(inbox.take()).toEqual([notice('b'), nameless, nameless]);
    expect(inbox.take()).toEqual([]);
  });
});
