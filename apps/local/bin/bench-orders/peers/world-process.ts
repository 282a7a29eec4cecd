// The gateway, the carrier and the topic of a peer, in a process of their own. Its folder is its argument.
import { join } from 'node:path';
import { startCarrier, startPaymentGateway } from '@order-workflow/simulators';
import { localAccount } from '../../../src/assembly/assembly.ts';
import { openMessageLog } from '../../../src/messages/message-log.ts';
import { startWireServices } from '../../../src/wire-services/start-wire-services.ts';
import type { StepAddresses } from './order-steps.ts';

const [folder = '.'] = process.argv.slice(2);
const ledgerFile = join(folder, 'ledgers.sqlite');
const topic = { name: 'notices', arn: `arn:aws:sns:${localAccount.region}:${localAccount.accountId}:notices` };
const messages = openMessageLog(join(folder, 'messages.sqlite'));
const gateway = await startPaymentGateway({ ledgerFile });
const carrier = await startCarrier({ ledgerFile });
const services = await startWireServices({ topics: [topic], queues: [], messages });
const addresses: StepAddresses = {
  gateway: gateway.url,
  carrier: carrier.url,
  topics: services.topicsEndpoint,
  topicArn: topic.arn,
};
console.log(JSON.stringify(addresses));

process.once('SIGTERM', async () => {
  await Promise.all([gateway.close(), carrier.close(), services.close()]);
  messages.close();
});
