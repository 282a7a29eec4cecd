import { createStageHandler } from '@order-workflow/stage-kit';
import { snsNoticePublisher } from '../adapters/sns-notice-publisher.ts';
import { readApologies } from '../apologies.ts';
import { notifyCustomer } from '../notify-customer.ts';
import { notifyCustomer as manifest } from '../notify-customer-stage.ts';

const apologies = readApologies(process.env['APOLOGIES']);
const publisher = snsNoticePublisher(process.env['NOTIFICATIONS_TOPIC_ARN']);

export const handler = createStageHandler(manifest, (record) => notifyCustomer(record, { publisher, apologies }));
