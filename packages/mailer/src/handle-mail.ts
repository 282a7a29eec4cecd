import type { Surroundings } from '@order-workflow/stage-kit';
import { type MailEnd, mailLine } from './mail-line.ts';
import { readNotice } from './mailed-notice.ts';
import { noteReturn } from './note-return.ts';
import { readReturn } from './returned-letter.ts';
import { type MailWorld, sendLetter } from './send-letter.ts';

/** What SQS hands to a function (Lambda developer guide, "Using Lambda with Amazon SQS"), as far as it is read. */
export interface MailBatch {
  readonly Records: readonly { readonly messageId: string; readonly body: string }[];
}

/** Which messages stay in the queue; the others are done with (`ReportBatchItemFailures`). */
export interface MailAnswer {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

/**
 * The handler of the queue of notices and of what SES tells later. Each message is one by itself: what cannot be read, or fails
 * for any reason, stays alone, and after its tries waits for a person.
 */
export function handleMail(world: MailWorld, surroundings: Surroundings | undefined) {
  return async (batch: MailBatch, context: { readonly awsRequestId?: string } = {}): Promise<MailAnswer> => {
    const failed: { readonly itemIdentifier: string }[] = [];
    for (const { messageId, body } of batch.Records) {
      const end = await handleOne(body, world);
      if (end.waits) failed.push({ itemIdentifier: messageId });
      if (!surroundings) continue;
      const about = {
        functionName: surroundings.functionName,
        requestId: context.awsRequestId,
        at: surroundings.clock.now(),
      };
      surroundings.write(JSON.stringify(mailLine(end, about)));
    }
    return { batchItemFailures: failed };
  };
}

async function handleOne(body: string, world: MailWorld): Promise<MailEnd> {
  try {
    const message = parsed(body);
    const notice = readNotice(message);
    if (notice) {
      const { notificationId, orderId } = notice;
      return { notificationId, orderId, ...endOf(await sendLetter(notice, world)) };
    }
    const returned = readReturn(message);
    if (!returned) return { result: 'MessageUnreadable', waits: true };
    const noted = await noteReturn(returned, world);
    if (noted.kind === 'waits') return { result: noted.fault, waits: true, detail: noted.detail };
    return {
      result: returned.reason,
      waits: false,
      messageId: returned.messageId,
      notificationId: noted.notificationId,
    };
  } catch (problem) {
    // Its own words may hold anything, an address among them.
    return { result: problem instanceof Error ? problem.name : 'Error', waits: true };
  }
}

function endOf(mailed: Awaited<ReturnType<typeof sendLetter>>): MailEnd {
  switch (mailed.kind) {
    case 'sent':
      return { result: mailed.again ? 'sent-again' : 'sent', waits: false, messageId: mailed.messageId };
    case 'dropped':
      return { result: mailed.why, waits: false };
    case 'waits':
      return { result: mailed.fault, waits: true, detail: mailed.detail };
  }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
