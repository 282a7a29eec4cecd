import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testCredentials } from '../../test/start-letter-table.ts';
import { startSes } from '../../test/start-ses.ts';
import { composeLetter } from '../letter/compose-letter.ts';
import { postOfficeContract } from '../ports/post-office.contract.ts';
import { aMailedNotice } from '../testing/a-mailed-notice.ts';
import { sesPostOffice } from './ses-post-office.ts';

const sender = 'orders@shop.example';
const letter = composeLetter(aMailedNotice());

function officeAt(url: string, fields: { readonly configurationSet?: string; readonly timeoutMs?: number } = {}) {
  return sesPostOffice({
    ...{ url: new URL(url), region: 'eu-central-1', credentials: () => ({ ...testCredentials, sessionToken: 't' }) },
    ...{ sender, configurationSet: undefined, ...fields },
  });
}

describe('with an SES that answers', () => {
  let ses: Awaited<ReturnType<typeof startSes>>;
  beforeAll(async () => {
    ses = await startSes();
  });
  afterAll(() => ses.close());

  postOfficeContract('the post office of SES', () => {
    ses.taken.length = 0;
    return {
      office: officeAt(ses.url),
      arrived: async () =>
        ses.taken.map(({ body: { Destination, Content } }) => ({
          to: Destination.ToAddresses.join(),
          subject: Content.Simple.Subject.Data,
          text: Content.Simple.Body.Text.Data,
          html: Content.Simple.Body.Html.Data,
        })),
    };
  });

  it('asks by SendEmail, signed, from the sender, under the configuration set and the id of the letter', async () => {
    ses.taken.length = 0;
    await officeAt(ses.url, { configurationSet: 'returns' }).send(letter);
    expect(ses.taken).toMatchObject([
      {
        path: '/v2/email/outbound-emails',
        headers: {
          'content-type': 'application/json',
          authorization: expect.stringMatching(
            /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/eu-central-1\/ses\/aws4_request, SignedHeaders=content-type;host;x-amz-date;x-amz-security-token, /,
          ),
        },
        body: {
          FromEmailAddress: sender,
          ConfigurationSetName: 'returns',
          EmailTags: [{ Name: 'letter', Value: letter.letterId }],
          Content: {
            Simple: {
              Headers: [
                { Name: 'Auto-Submitted', Value: 'auto-generated' },
                { Name: 'X-Notice-Id', Value: 'order-12345-notice-fulfilled' },
              ],
            },
          },
        },
      },
    ]);
    // Name and value of a tag: letters, digits, hyphens, underscores, at most 256 (SES API, MessageTag).
    expect(letter.letterId).toMatch(/^[\w-]{1,256}$/);
  });

  const notVerified =
    'Email address is not verified. The following identities failed the check in region EU-CENTRAL-1:';
  it.each([
    [400, 'MessageRejected', `${notVerified} test@example.com`, 'refused', 'StillInSandbox'],
    [400, 'MessageRejected', `${notVerified} ORDERS@shop.example`, 'refused', 'SenderNotVerified'],
    [400, 'MessageRejected', `${notVerified} orders@shop.example, test@example.com`, 'refused', 'SenderNotVerified'],
    [400, 'MailFromDomainNotVerifiedException', '', 'refused', 'SenderNotVerified'],
    [
      403,
      'AccessDeniedException',
      'not authorized to perform `ses:SendEmail` on resource `arn:aws:ses:eu-central-1:1:identity/test@example.com`',
      'refused',
      'StillInSandbox',
    ],
    [
      403,
      'AccessDeniedException',
      'not authorized to perform `ses:SendEmail` on resource `arn:aws:ses:eu-central-1:1:identity/shop.example`',
      'refused',
      'SenderNotVerified',
    ],
    [400, 'SendingPausedException', '', 'refused', 'SendingPaused'],
    [400, 'AccountSuspendedException:http://internal.amazon.com/', '', 'refused', 'SendingPaused'],
    [400, 'MessageRejected', 'Illegal content for test@example.com', 'refused', 'LetterRefused'],
    [404, 'NotFoundException', '', 'refused', 'LetterRefused'],
    [429, 'TooManyRequestsException', '', 'unavailable', undefined],
    [400, 'LimitExceededException', '', 'unavailable', undefined],
    [403, 'InvalidSignatureException', '', 'unavailable', undefined],
    [500, 'InternalFailure', '', 'lost', undefined],
    [503, '', '', 'lost', undefined],
    [200, '', '', 'lost', undefined],
  ])('tells %i %s apart: %s', async (status, type, message, kind, refusal) => {
    ses.misbehave({ status, type, message });
    const answer = await officeAt(ses.url).send(letter);
    expect(answer).toMatchObject({ kind, ...(refusal && { refusal }) });
    expect(JSON.stringify(answer)).not.toMatch(/example\.com|shop\.example/);
  });

  it('does not know whether a letter was taken whose answer is cut off, or never comes', async () => {
    ses.misbehave(({ socket }) => socket.destroy());
    expect(await officeAt(ses.url).send(letter)).toEqual({
      kind: 'lost',
      detail: 'SES: the connection broke (ECONNRESET)',
    });
    ses.misbehave(() => undefined);
    expect(await officeAt(ses.url, { timeoutMs: 20 }).send(letter)).toEqual({
      kind: 'lost',
      detail: 'SES: no answer in time',
    });
  });
});

it('knows that a letter was not taken where nothing listens', async () => {
  expect(await officeAt('http://127.0.0.1:1').send(letter)).toEqual({
    kind: 'unavailable',
    detail: 'SES: no connection (ECONNREFUSED)',
  });
});
