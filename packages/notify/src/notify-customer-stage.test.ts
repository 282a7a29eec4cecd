import { writtenVersion } from '@order-workflow/order-domain';
import { type FauxqsServer, startFauxqs } from 'fauxqs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { notifyCustomer } from './notify-customer-stage.ts';
import { aNotifiableRecord, shipment, validation } from './testing/a-notifiable-record.ts';

const contract = writtenVersion;

describe('the manifest of Notify Customer', () => {
  it('needs an outcome, and takes whatever the order is', () => {
    for (const order of [undefined, null, 'text', []])
      expect(notifyCustomer.accepts({ contract, outcome: 'rejected', order })).toBe(true);
    for (const record of [{ contract }, { contract, outcome: 'lost' }, { contract: 0, outcome: 'rejected' }])
      expect(notifyCustomer.needs.safeParse({ ...record, order: {} }).success).toBe(false);
  });
});

describe('the handler of NotifyCustomerFunction', () => {
  let sns: FauxqsServer;

  beforeAll(async () => {
    sns = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false });
    const { topicArn } = sns.createTopic('notices');
    const environment = {
      NOTIFICATIONS_TOPIC_ARN: topicArn,
      ORDERS_TABLE_NAME: 'orders',
      ORDER_FINGERPRINT_KEY: 'k'.repeat(64),
      AWS_ENDPOINT_URL_SNS: `http://127.0.0.1:${sns.port}`,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
    };
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await sns.stop();
  });

  it('publishes to the topic of its environment, leaves a receipt, and says what it cannot read', async () => {
    vi.stubEnv('NOTICE_SENDER', 'orders@shop.example');
    const { handler } = await import('./lambda/notify-customer.ts');
    expect(await handler({ contract, ...aNotifiableRecord('fulfilled', { validation, shipment }) })).toEqual({
      status: 'published',
      notificationId: 'order-12345-notice-fulfilled',
      messageId: expect.stringMatching(/./),
      letter: 'by-mailer',
    });
    await expect(handler({ contract, order: {} })).rejects.toMatchObject({ name: 'StageContractBroken' });
    sns.deleteTopic('notices');
    await expect(handler({ contract, ...aNotifiableRecord('fulfilled') })).rejects.toMatchObject({
      name: expect.stringMatching(/NotFound/),
    });
  });
});
