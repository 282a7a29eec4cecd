import { contractSchema } from '@order-workflow/order-domain';
import { defineStage } from '@order-workflow/stage-kit';
import * as z from 'zod/mini';
import { NotificationsUnavailable } from './notification-failures.ts';
import { notificationReceiptSchema } from './notification-receipt.ts';
import { toldRecordSchema } from './told-record.ts';

/** Manifest of Notify Customer. */
export const notifyCustomer = defineStage({
  key: 'notification',
  stateName: 'Notify Customer',
  functionName: 'NotifyCustomerFunction',
  word: 'notify',
  port: { name: 'topic' },
  bundle: '@order-workflow/notify/lambda/notify-customer',
  needs: z.object({ contract: contractSchema, ...toldRecordSchema.shape }),
  receipt: notificationReceiptSchema,
  faults: [NotificationsUnavailable],
  patienceSeconds: 60,
  timeoutSeconds: 20,
  memoryMb: 128,
  access: { notifications: 'publish' },
});
