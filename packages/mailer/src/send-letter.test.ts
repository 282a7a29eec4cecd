import { describe, expect, it } from 'vitest';
import { letterIdOf } from './letter-item.ts';
import { noteReturn } from './note-return.ts';
import { sendLetter } from './send-letter.ts';
import { aMailedNotice } from './testing/a-mailed-notice.ts';
import { MemoryLetterBook } from './testing/memory-letter-book.ts';
import { RecordingPostOffice } from './testing/recording-post-office.ts';

const notice = aMailedNotice();
const leaseMs = 90_000;

function aWorld() {
  let time = Date.UTC(2026, 2, 2);
  const [office, book] = [new RecordingPostOffice(), new MemoryLetterBook()];
  return {
    ...{ office, book, leaseMs },
    clock: { now: () => time },
    /** Until the queue hands the message out again. */
    later: () => {
      time += leaseMs;
    },
  };
}

describe(sendLetter, () => {
  it('sends a notice once, however often it is published', async () => {
    const world = aWorld();
    expect(await sendLetter(notice, world)).toEqual({ kind: 'sent', messageId: 'message-1', again: false });
    expect(await sendLetter(notice, world)).toEqual({ kind: 'dropped', why: 'sent-before' });
    expect(world.office.taken).toHaveLength(1);
  });

  it('sends the notices of an order in their sequence, and none that comes after a later one', async () => {
    const world = aWorld();
    const second = aMailedNotice({ notificationId: 'order-12345.2-notice-fulfilled', sequence: 2 });
    await sendLetter(second, world);
    expect(await sendLetter(notice, world)).toEqual({ kind: 'dropped', why: 'outdated' });
    const third = aMailedNotice({ notificationId: 'order-12345-notice-cancelled', sequence: 3 });
    expect(await sendLetter(third, world)).toMatchObject({ kind: 'sent' });
    expect(world.office.taken.map(({ notificationId }) => notificationId)).toEqual([
      second.notificationId,
      third.notificationId,
    ]);
  });

  it('sends once more where the answer was lost, says so, and not a third time', async () => {
    const world = aWorld();
    world.office.answers.push({ kind: 'lost', detail: 'cut' }, { kind: 'lost', detail: 'cut' });
    expect(await sendLetter(notice, world)).toMatchObject({ kind: 'waits', fault: 'LetterOutcomeUnknown' });
    expect(await sendLetter(notice, world)).toMatchObject({ kind: 'waits', fault: 'LetterUnderWay' });
    world.later();
    expect(await sendLetter(notice, world)).toMatchObject({ kind: 'waits', fault: 'LetterOutcomeUnknown' });
    world.later();
    expect(await sendLetter(notice, world)).toMatchObject({ kind: 'waits', fault: 'LetterGivenUp' });
    expect(world.office.taken).toHaveLength(2);
    const other = aWorld();
    other.office.answers.push({ kind: 'lost', detail: 'cut' });
    await sendLetter(notice, other);
    other.later();
    expect(await sendLetter(notice, other)).toMatchObject({ kind: 'sent', again: true });
  });

  it('sends as often as it takes what was certainly not taken, and once when it is', async () => {
    const world = aWorld();
    const refused = { kind: 'refused', refusal: 'StillInSandbox', detail: 'SES answered 400' } as const;
    world.office.answers.push(refused, { kind: 'unavailable', detail: 'throttled' }, refused, refused);
    for (const fault of ['StillInSandbox', 'SesUnavailable', 'StillInSandbox', 'StillInSandbox'])
      expect(await sendLetter(notice, world)).toMatchObject({ kind: 'waits', fault });
    expect(await sendLetter(notice, world)).toEqual({ kind: 'sent', messageId: 'message-1', again: false });
    expect(world.office.taken).toHaveLength(1);
  });

  it('sends nothing before it has noted so', async () => {
    const world = aWorld();
    for (const fault of ['not-done', 'answer-lost'] as const) {
      world.book.faults.push(fault);
      expect(await sendLetter(notice, world)).toMatchObject({ fault: 'LetterBookUnavailable' });
    }
    expect(world.office.taken).toEqual([]);
    // The note of which nobody knew whether it was written was, so this may be a second copy, as far as anybody can know.
    world.later();
    expect(await sendLetter(notice, world)).toMatchObject({ kind: 'sent', again: true });
  });

  it('sends a second copy where it could not note that the first was taken, and says that it may be one', async () => {
    const world = aWorld();
    world.book.faults.push(undefined, 'not-done');
    expect(await sendLetter(notice, world)).toMatchObject({ kind: 'sent', again: false });
    world.later();
    expect(await sendLetter(notice, world)).toMatchObject({ kind: 'sent', again: true });
    expect(await sendLetter(notice, world)).toEqual({ kind: 'dropped', why: 'sent-before' });
  });

  it('lets one of two that come at once send', async () => {
    const world = aWorld();
    const kinds = (await Promise.all([sendLetter(notice, world), sendLetter(notice, world)])).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(['sent', 'waits']);
    expect(world.office.taken).toHaveLength(1);
  });
});

describe(noteReturn, () => {
  const letterId = letterIdOf(notice);

  it('notes why a letter came back, which is not sent again', async () => {
    const world = aWorld();
    await sendLetter(notice, world);
    const returned = { letterId, messageId: 'message-1', reason: 'bounced' } as const;
    for (const _ of ['once', 'and again'])
      expect(await noteReturn(returned, world)).toEqual({
        kind: 'returned',
        notificationId: notice.notificationId,
      });
    expect(world.book.items.get(letterId)).toMatchObject({ state: 'returned', reason: 'bounced' });
    expect(await sendLetter(notice, world)).toEqual({ kind: 'dropped', why: 'sent-before' });
  });

  it('leaves a later letter as it is, and what it knows nothing of', async () => {
    const world = aWorld();
    await sendLetter(notice, world);
    for (const about of [{ messageId: 'message-0' }, { letterId: 'unknown' }])
      expect(await noteReturn({ letterId, messageId: 'message-1', reason: 'complained', ...about }, world)).toEqual({
        kind: 'returned',
      });
    expect(world.book.items.get(letterId)).toMatchObject({ state: 'sent' });
  });

  it('is told once more where the book is away', async () => {
    const world = aWorld();
    await sendLetter(notice, world);
    world.book.faults.push('not-done');
    const returned = { letterId, messageId: 'message-1', reason: 'suppressed' } as const;
    expect(await noteReturn(returned, world)).toMatchObject({ kind: 'waits', fault: 'LetterBookUnavailable' });
  });
});
