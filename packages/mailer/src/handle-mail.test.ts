import { describe, expect, it } from 'vitest';
import { handleMail } from './handle-mail.ts';
import { letterIdOf } from './letter-item.ts';
import { aMailedNotice, envelopeOf } from './testing/a-mailed-notice.ts';
import { MemoryLetterBook } from './testing/memory-letter-book.ts';
import { RecordingPostOffice } from './testing/recording-post-office.ts';

const now = Date.UTC(2026, 2, 2);
const clock = { now: () => now };

function aMailer() {
  const [office, book, lines] = [new RecordingPostOffice(), new MemoryLetterBook(), [] as string[]];
  const surroundings = {
    ...{ clock, functionName: 'SendLettersFunction', traceHeader: () => undefined },
    write: (line: string) => void lines.push(line),
  };
  const handler = handleMail({ office, book, clock, leaseMs: 90_000 }, surroundings);
  return {
    ...{ office, book, lines },
    handle: (...bodies: readonly string[]) =>
      handler(
        { Records: bodies.map((body, at) => ({ messageId: `m-${at + 1}`, body })) },
        { awsRequestId: 'request-1' },
      ),
  };
}

/** What EventBridge brings of a letter (SES developer guide, "Amazon SES event data"), addresses and all. */
function returnEvent(detailType: string, detail: object = {}): string {
  return JSON.stringify({
    ...{ version: '0', id: 'e-1', source: 'aws.ses', 'detail-type': detailType, region: 'eu-central-1' },
    detail: {
      mail: {
        ...{ messageId: 'message-1', source: 'orders@shop.example', destination: ['test@example.com'] },
        tags: { letter: [letterIdOf(aMailedNotice())], 'ses:configuration-set': ['returns'] },
      },
      ...detail,
    },
  });
}

const bounced = (bounceSubType: string) => ({
  bounce: { bounceType: 'Permanent', bounceSubType, bouncedRecipients: [{ emailAddress: 'test@example.com' }] },
});

describe(handleMail, () => {
  it('sends each notice to its customer alone', async () => {
    const { handle, office } = aMailer();
    const customers = ['ada@example.com', 'bob@example.com', 'zoë@bücher.example'.replace('ë', 'e')];
    const answer = await handle(
      ...customers.map((customerEmail, at) =>
        envelopeOf(aMailedNotice({ customerEmail, orderId: `o-${at}`, text: `Hello ${customerEmail},\n` })),
      ),
    );
    expect(answer).toEqual({ batchItemFailures: [] });
    expect(office.taken.map(({ to }) => to)).toEqual([
      'ada@example.com',
      'bob@example.com',
      'zoe@xn--bcher-kva.example',
    ]);
    for (const [at, { text, html }] of office.taken.entries()) {
      expect(text).toBe(`Hello ${customers[at]},\n`);
      for (const [other, address] of customers.entries()) expect(html.includes(address)).toBe(other === at);
    }
  });

  it.each([
    ['no JSON', 'Hello'],
    ['of another kind', JSON.stringify({ Type: 'SubscriptionConfirmation' })],
    ['without an address', envelopeOf(aMailedNotice({ customerEmail: '' }))],
    ['to two addresses', envelopeOf(aMailedNotice({ customerEmail: 'a@example.com, b@example.com' }))],
    ['with a header in the address', envelopeOf(aMailedNotice({ customerEmail: 'a@example.com\nBcc: b@example.com' }))],
    ['with no number for a sequence', envelopeOf(aMailedNotice({ sequence: Number.NaN }))],
    ['an event of something else', JSON.stringify({ source: 'aws.s3', 'detail-type': 'Email Bounced' })],
    ['an event that nobody asked for', returnEvent('Email Delivered')],
    ['null', 'null'],
  ])('leaves a message that is %s alone in the queue, and sends the others', async (_, poison) => {
    const { handle, office, lines } = aMailer();
    const others = ['1', '2'].map((orderId) => envelopeOf(aMailedNotice({ orderId })));
    expect(await handle(others[0] ?? '', poison, others[1] ?? '')).toEqual({
      batchItemFailures: [{ itemIdentifier: 'm-2' }],
    });
    expect(office.taken).toHaveLength(2);
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({ result: 'MessageUnreadable', level: 'WARN' });
  });

  it('leaves one that fails for whatever reason alone, too, by the name of that and without its words', async () => {
    const { handle, office, lines } = aMailer();
    office.send = () => Promise.reject(new RangeError('test@example.com'));
    expect(await handle(envelopeOf(aMailedNotice()))).toEqual({ batchItemFailures: [{ itemIdentifier: 'm-1' }] });
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ result: 'RangeError' });
    expect(lines.join()).not.toContain('example.com');
  });

  it('writes a line for each message, with its metric and no address, name or words', async () => {
    const { handle, lines, office } = aMailer();
    office.answers.push({ kind: 'taken', messageId: 'message-1' }, { kind: 'lost', detail: 'SES: cut' });
    await handle(envelopeOf(aMailedNotice()), envelopeOf(aMailedNotice()));
    await handle(
      envelopeOf(aMailedNotice({ orderId: 'ada@example.com' })),
      returnEvent('Email Bounced', bounced('General')),
    );
    const read = lines.map((line) => JSON.parse(line));
    expect(read[0]).toEqual({
      timestamp: '2026-03-02T00:00:00.000Z',
      level: 'INFO',
      requestId: 'request-1',
      functionName: 'SendLettersFunction',
      orderId: '12345',
      result: 'sent',
      notificationId: 'order-12345-notice-fulfilled',
      messageId: 'message-1',
      letters: 1,
      _aws: {
        Timestamp: now,
        CloudWatchMetrics: [
          {
            Namespace: 'OrderWorkflow',
            Dimensions: [['functionName', 'result']],
            Metrics: [{ Name: 'letters', Unit: 'Count' }],
          },
        ],
      },
    });
    expect(read.map(({ result }) => result)).toEqual(['sent', 'sent-before', 'LetterOutcomeUnknown', 'bounced']);
    expect(lines.join()).not.toMatch(/@|Zoë|Espresso/);
  });

  it.each([
    ['Email Bounced', bounced('General'), 'bounced'],
    ['Email Bounced', bounced('OnAccountSuppressionList'), 'suppressed'],
    ['Email Bounced', bounced('Suppressed'), 'suppressed'],
    ['Email Complaint Received', { complaint: { complainedRecipients: [] } }, 'complained'],
    ['Email Rejected', { reject: { reason: 'Bad content' } }, 'refused'],
  ])('notes what SES tells later: %s, %j is %s', async (type, detail, reason) => {
    const { handle, book, lines } = aMailer();
    await handle(envelopeOf(aMailedNotice()));
    expect(await handle(returnEvent(type, detail))).toEqual({ batchItemFailures: [] });
    expect([...book.items.values()]).toMatchObject([{ state: 'returned', reason }]);
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({
      result: reason,
      notificationId: 'order-12345-notice-fulfilled',
    });
  });
});
