import type { AnswerRequest } from '@order-workflow/simulators';
import type { CustomerMessage } from '../messages/message-log.ts';
import { type InProcessServices, refuseCall } from './in-process-services.ts';

/** What goes wrong with a call to publish: the topic cannot be reached, or its answer is lost. */
export type TopicFault = 'down' | 'answer-lost';

interface TopicOptions {
  readonly services: InProcessServices;
  /** Gets every message that a topic took, before its publisher is told. */
  readonly onPublished: (message: CustomerMessage) => void;
  /** What goes wrong with the next call to publish, which is about the notice of this id. */
  readonly takeFault: (notificationId: string | undefined) => TopicFault | undefined;
}

/** Stands before SNS: sees what is published, and lets it fail where that is asked for. */
export function snsProxy({ services, onPublished, takeFault }: TopicOptions): AnswerRequest {
  return async (request, response) => {
    if (refuseCall('sns', request, response)) return;
    const body = request.rawBody.toString('utf8');
    const form = new URLSearchParams(body);
    const fault =
      form.get('Action') === 'Publish' ? takeFault(readMessage(form).attributes['notificationId']) : undefined;
    if (fault === 'down') return void request.socket.destroy();
    const answer = await services.call('sns', body);
    if (answer.status === 200 && form.get('Action') === 'Publish') onPublished(readMessage(form));
    if (fault === 'answer-lost') return void request.socket.destroy();
    response
      .writeHead(answer.status, { 'content-type': 'text/xml', 'content-length': Buffer.byteLength(answer.body) })
      .end(answer.body);
  };
}

/** SNS API reference, Publish: a list's entries are numbered from 1. */
function readMessage(form: URLSearchParams): CustomerMessage {
  const attributes: Record<string, string> = {};
  for (let entry = 1; form.has(`MessageAttributes.entry.${entry}.Name`); entry++) {
    const at = `MessageAttributes.entry.${entry}`;
    attributes[form.get(`${at}.Name`) ?? ''] = form.get(`${at}.Value.StringValue`) ?? '';
  }
  return { subject: form.get('Subject') ?? '', text: form.get('Message') ?? '', attributes };
}
