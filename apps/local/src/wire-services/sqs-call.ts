import { post } from './post.ts';

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
  const { status, body } = await post(endpoint, headers, JSON.stringify(parameters));
  const answer = body === '' ? {} : JSON.parse(body);
  if (status === 200) return answer;
  throw new SqsRefused(String(answer.__type).replace(/^.*#/, ''), String(answer.message));
}
