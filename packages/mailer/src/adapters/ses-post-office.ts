import { exchangeHttp, keptConnections, parseJson, signCall } from '@order-workflow/stage-kit/aws';
import type { AwsCredentials } from '@order-workflow/stage-kit/dynamodb';
import type { Letter, PostAnswer, PostOffice } from '../ports/post-office.ts';
import { judgeRefusal } from './judge-refusal.ts';

export interface SesSender {
  /** https, or http on this machine; without a path. */
  readonly url: URL;
  readonly region: string;
  /** Read for each call, since they are replaced while a function lives. */
  readonly credentials: () => AwsCredentials;
  /** From whom letters come. */
  readonly sender: string;
  readonly configurationSet: string | undefined;
  /** For one call; SES's answer usually comes within a second. */
  readonly timeoutMs?: number;
}

/** SendEmail of the API's second version: https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html */
const path = '/v2/email/outbound-emails';

/** Answers are a name and a sentence. */
const maxBytes = 64 * 1024;

/** Sends letters by Amazon SES, signed, without its SDK (docs/decisions). Nothing is tried again here. */
export function sesPostOffice(ses: SesSender): PostOffice {
  const { url, region, credentials, sender, timeoutMs = 5_000 } = ses;
  const connections = keptConnections(url);
  return {
    async send(letter): Promise<PostAnswer> {
      const body = JSON.stringify(emailOf(letter, ses));
      const payload = Buffer.from(body);
      const signed = signCall({ service: 'ses', region, host: url.host, path, body }, credentials(), Date.now());
      const answer = await exchangeHttp(new URL(path, url), {
        method: 'POST',
        headers: { ...signed, 'content-length': payload.length },
        payload,
        signal: AbortSignal.timeout(timeoutMs),
        agent: connections(),
        maxBytes,
      });
      if (answer.kind === 'not-sent') return { kind: 'unavailable', detail: `SES: ${answer.detail}` };
      if (answer.kind === 'lost') return { kind: 'lost', detail: `SES: ${answer.detail}` };
      const said = objectIn(answer.text);
      if (answer.status === 200 && typeof said['MessageId'] === 'string')
        return { kind: 'taken', messageId: said['MessageId'] };
      const { status, headers } = answer;
      const type = headers['x-amzn-errortype'] ?? said['__type'] ?? said['code'];
      return judgeRefusal({ status, type: String(type ?? ''), message: messageIn(said) }, { sender, to: letter.to });
    },
  };
}

function emailOf(
  { letterId, notificationId, to, subject, text, html }: Letter,
  { sender, configurationSet }: SesSender,
) {
  const words = (Data: string) => ({ Data, Charset: 'UTF-8' });
  return {
    FromEmailAddress: sender,
    Destination: { ToAddresses: [to] },
    Content: {
      Simple: {
        Subject: words(subject),
        Body: { Text: words(text), Html: words(html) },
        Headers: [
          // So that no absence note answers it (RFC 3834).
          { Name: 'Auto-Submitted', Value: 'auto-generated' },
          // By which a customer's letter is found in the log of the mailer; header values are ASCII.
          ...(/^[!-~]{1,300}$/.test(notificationId) ? [{ Name: 'X-Notice-Id', Value: notificationId }] : []),
        ],
      },
    },
    EmailTags: [{ Name: 'letter', Value: letterId }],
    ...(configurationSet && { ConfigurationSetName: configurationSet }),
  };
}

function messageIn(said: Readonly<Record<string, unknown>>): string {
  return String(said['message'] ?? said['Message'] ?? '');
}

function objectIn(text: string): Readonly<Record<string, unknown>> {
  const said = parseJson(text);
  return typeof said === 'object' && said !== null ? { ...said } : {};
}
