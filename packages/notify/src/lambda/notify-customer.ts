import { createStageHandler } from '@order-workflow/stage-kit';
import { orderFingerprint, orderStoreFromEnvironment } from '@order-workflow/stage-kit/order-store';
import { eventsFromEnvironment } from '../adapters/events-from-environment.ts';
import { snsNoticePublisher } from '../adapters/sns-notice-publisher.ts';
import { readApologies } from '../apologies.ts';
import { closeAndNotify } from '../close-and-notify.ts';
import { notifyCustomer } from '../notify-customer-stage.ts';

const apologies = readApologies(process.env['APOLOGIES']);
const publisher = snsNoticePublisher(process.env['NOTIFICATIONS_TOPIC_ARN']);
const mails = Boolean(process.env['NOTICE_SENDER']);
const events = eventsFromEnvironment(process.env);
const store = orderStoreFromEnvironment(process.env);
const fingerprint = orderFingerprint(process.env['ORDER_FINGERPRINT_KEY'] ?? '');

export const handler = createStageHandler(notifyCustomer, (record) =>
  closeAndNotify(record, { publisher, apologies, mails, events, store, fingerprint }),
);
