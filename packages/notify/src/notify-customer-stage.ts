import { recordVersionSchema } from '@order-workflow/order-domain';
import { defineStage } from '@order-workflow/stage-kit';
import { OrderStoreUnavailable } from '@order-workflow/stage-kit/order-store';
import * as z from 'zod/mini';
import { notifiableRecordSchema } from './notifiable-record.ts';
import { NotificationsUnavailable, OrderEventsUnavailable, OrderNotOwned } from './notification-failures.ts';
import { notificationReceiptSchema } from './notification-receipt.ts';

/** Manifest of Notify Customer. */
export const notifyCustomer = defineStage({
  key: 'notification',
  stateName: 'Notify Customer',
  functionName: 'NotifyCustomerFunction',
  word: 'notify',
  port: { name: 'topic' },
  bundle: '@order-workflow/notify/lambda/notify-customer',
  needs: z.object({ contract: recordVersionSchema, ...notifiableRecordSchema.shape }),
  receipt: notificationReceiptSchema,
  notOwned: OrderNotOwned,
  faults: [NotificationsUnavailable, OrderEventsUnavailable, OrderStoreUnavailable],
  ofEnds: OrderEventsUnavailable,
  /** What cannot be told by then is parked. */
  patienceSeconds: { NotificationsUnavailable: 60, OrderEventsUnavailable: 60, OrderStoreUnavailable: 60 },
  /** Two tries of the topic, six seconds each, and beside them the event, three; and two calls of the store, three each. */
  timeoutSeconds: 20,
  memoryMb: 128,
  /** From whom letters to customers come; without one no customer is mailed, and the receipt says so. */
  settings: ['NOTICE_SENDER'],
  access: {
    notifications: 'publish',
    eventBus: 'EVENT_BUS_NAME',
    table: 'orders',
    madeKey: 'ORDER_FINGERPRINT_KEY',
  },
});
