import { request } from 'node:http';

/** Calls an action of SNS over its query protocol. Its answers, which are XML, are not needed here. Throws when it refuses. */
export async function callSns(
  endpoint: string,
  action: string,
  parameters: Readonly<Record<string, string>>,
): Promise<void> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const form = new URLSearchParams({ Action: action, Version: '2010-03-31', ...parameters });
  const { status, body } = await post(endpoint, headers, form.toString());
  if (status !== 200) throw new Error(`SNS refused ${action}: ${body}`);
}

/** SQS refused a call. `code` is its own name for the reason, such as `QueueDoesNotExist`. */
export class SqsRefused extends Error {
  override readonly name = 'SqsRefused';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Calls an action of SQS over its JSON protocol (SQS developer guide, "Making requests with the AWS JSON protocol").
 *
 * @throws SqsRefused when SQS answers with an error
 */
export async function callSqs<Answer>(endpoint: string, action: string, parameters: unknown): Promise<Answer> {
  const headers = { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `AmazonSQS.${action}` };
  return readSqsAnswer(await post(endpoint, headers, JSON.stringify(parameters)));
}

/**
 * What SQS answered.
 *
 * @throws SqsRefused when it answered with an error
 */
export function readSqsAnswer<Answer>({ status, body }: { readonly status: number; readonly body: string }): Answer {
  const answer = body === '' ? {} : JSON.parse(body);
  if (status === 200) return answer;
  throw new SqsRefused(String(answer.__type).replace(/^.*#/, ''), String(answer.message));
}

/** Sends a body to an address on this machine and reads the whole answer. Rejects when nothing answers. */
function post(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<{ readonly status: number; readonly body: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method: 'POST', headers }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () =>
        resolve({ status: incoming.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
