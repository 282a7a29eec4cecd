import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testCredentials } from '../../test/start-letter-table.ts';
import { missingForMoto, startMoto } from '../../test/start-moto.ts';
import { composeLetter } from '../letter/compose-letter.ts';
import { aMailedNotice } from '../testing/a-mailed-notice.ts';
import { sesPostOffice } from './ses-post-office.ts';

const missing = missingForMoto();
if (missing && process.env['CI']) throw new Error(`${missing}: missing, and in CI SES is not left out`);
if (missing) console.warn(`SKIPPED: letters through an emulator of SES, which needs ${missing}`);

const sender = 'orders@shop.example';
const letters = ['ada@example.com', 'bob@example.com'].map((customerEmail, at) =>
  composeLetter(aMailedNotice({ customerEmail, orderId: `${at}`, locale: at === 0 ? 'en' : 'de' })),
);

describe.skipIf(missing)('a letter through an emulator of SES', () => {
  let moto: Awaited<ReturnType<typeof startMoto>>;
  beforeAll(async () => {
    moto = await startMoto();
  });
  afterAll(() => moto?.stop());
  const office = () =>
    sesPostOffice({
      ...{ url: new URL(moto.url), region: 'us-east-1', credentials: () => testCredentials },
      ...{ sender, configurationSet: undefined, timeoutMs: 60_000 },
    });
  const ses = (path: string, body?: object) =>
    fetch(`${moto.url}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        'content-type': 'application/json',
        authorization:
          'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260302/us-east-1/ses/aws4_request, SignedHeaders=host, Signature=0',
      },
      ...(body && { body: JSON.stringify(body) }),
    });

  it('is refused while its sender is not verified, then reaches each customer, who gets exactly their own', async () => {
    const [first] = letters;
    if (!first) throw new Error('no letter');
    expect(await office().send(first)).toMatchObject({ kind: 'refused', refusal: 'SenderNotVerified' });
    expect((await ses('/v2/email/identities', { EmailIdentity: sender })).status).toBe(200);
    for (const letter of letters)
      expect(await office().send(letter)).toEqual({ kind: 'taken', messageId: expect.stringMatching(/./) });
    const { ses: kept } = (await (await ses('/moto-api/data.json')).json()) as {
      ses: { Message: readonly { source: string; subject: string; body: string; destinations: unknown }[] };
    };
    expect(
      kept.Message.map(({ source, subject, body, destinations }) => ({ source, subject, body, destinations })),
    ).toEqual(
      letters.map(({ to, subject, html }) => ({
        ...{ source: sender, subject, body: html },
        destinations: expect.objectContaining({ ToAddresses: [to] }),
      })),
    );
  });
});
