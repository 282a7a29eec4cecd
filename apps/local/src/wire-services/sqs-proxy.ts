import type { AnswerRequest } from '@order-workflow/simulators';
import { type InProcessServices, refuseCall } from './in-process-services.ts';

/** Stands before SQS. */
export function sqsProxy(services: InProcessServices): AnswerRequest {
  return async (request, response) => {
    if (refuseCall('sqs', request, response)) return;
    const target = request.headers['x-amz-target'];
    const answer = await services.call('sqs', request.rawBody.toString('utf8'), String(target ?? ''));
    response.writeHead(answer.status, { 'content-type': answer.contentType }).end(answer.body);
  };
}
