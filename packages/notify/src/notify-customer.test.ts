import { describe, expect, it } from 'vitest';
import { NotificationsUnavailable } from './notification-failures.ts';
import { notificationReceiptSchema } from './notification-receipt.ts';
import { notifyCustomer } from './notify-customer.ts';
import { aToldRecord } from './testing/a-told-record.ts';
import { RecordingNoticePublisher } from './testing/recording-notice-publisher.ts';

describe(notifyCustomer, () => {
  it('publishes one notice and leaves its ids', async () => {
    const publisher = new RecordingNoticePublisher();
    const decision = await notifyCustomer(aToldRecord('declined'), { publisher });
    const receipt = {
      status: 'published',
      notificationId: 'order-12345-notice-declined',
      messageId: 'message-1',
    };
    expect(decision).toEqual({ kind: 'receipt', receipt });
    expect(notificationReceiptSchema.parse(receipt)).toEqual(receipt);
    expect(publisher.published).toMatchObject([{ outcome: 'declined', customerEmail: 'test@example.com' }]);
  });

  it('publishes under the same id when it is repeated', async () => {
    const publisher = new RecordingNoticePublisher();
    await notifyCustomer(aToldRecord('declined'), { publisher });
    await notifyCustomer(aToldRecord('declined'), { publisher });
    const [first, second] = publisher.published;
    expect(second).toEqual(first);
  });

  it('is a fault when the topic is away, to be retried and then parked', async () => {
    const publisher = new RecordingNoticePublisher('unavailable');
    const decision = await notifyCustomer(aToldRecord('fulfilled'), { publisher });
    expect(decision).toEqual({ kind: 'failure', failure: expect.any(NotificationsUnavailable) });
    expect(decision).toHaveProperty('failure.message', 'the topic is away');
  });

  it('lets a notice that the topic refuses for what it is fail as a defect', async () => {
    const publish = async () => {
      throw new RangeError('Invalid parameter: Subject');
    };
    await expect(notifyCustomer(aToldRecord('fulfilled'), { publisher: { publish } })).rejects.toThrow(RangeError);
  });
});
