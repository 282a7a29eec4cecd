import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startLetterTable } from '../../test/start-letter-table.ts';
import { startSes } from '../../test/start-ses.ts';
import { aMailedNotice, envelopeOf } from '../testing/a-mailed-notice.ts';

describe('the handler of SendLettersFunction', () => {
  let ses: Awaited<ReturnType<typeof startSes>>;
  let table: Awaited<ReturnType<typeof startLetterTable>>;
  beforeAll(async () => {
    [ses, table] = [await startSes(), await startLetterTable('Letters')];
    const environment = {
      NOTICE_SENDER: 'orders@shop.example',
      LETTERS_TABLE_NAME: 'Letters',
      SES_CONFIGURATION_SET: 'returns',
      AWS_ENDPOINT_URL_SESV2: ses.url,
      AWS_ENDPOINT_URL_DYNAMODB: table.service.url.origin,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
    };
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await Promise.all([ses.close(), table.stop()]);
  });

  it('sends a notice of its queue by SES, and not again when the queue brings it once more', async () => {
    const { handler } = await import('./send-letters.ts');
    const batch = { Records: [{ messageId: 'm-1', body: envelopeOf(aMailedNotice()) }] };
    expect(await handler(batch)).toEqual({ batchItemFailures: [] });
    expect(await handler(batch)).toEqual({ batchItemFailures: [] });
    expect(ses.taken).toMatchObject([
      {
        body: {
          FromEmailAddress: 'orders@shop.example',
          Destination: { ToAddresses: ['test@example.com'] },
          ConfigurationSetName: 'returns',
        },
      },
    ]);
  });
});
