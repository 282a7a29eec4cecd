import type { Surroundings } from '@order-workflow/stage-kit';
import { lambdaSurroundings } from '@order-workflow/stage-kit/aws';
import type { ApiAnswer, ApiResult } from '../http/api-answer.ts';
import { type ApiRequest, readApiEvent } from '../http/api-request.ts';
import { problemAnswer } from '../http/problem.ts';
import { ApiUnavailable } from '../ports/api-unavailable.ts';
import { packedAnswer } from './packed-answer.ts';

/** In how many seconds what does not answer may do so again. */
const retryAfterSeconds = 5;

/**
 * A Lambda handler for an operation of the API. Every event is answered: what is thrown becomes a problem, and stands in the log
 * by its name alone. A line of the log holds nothing of what was sent: operation, status, and how long it took.
 *
 * @param surroundings Lambda's own unless given; without any, nothing is logged
 */
export function createApiHandler(
  operation: string,
  decide: (request: ApiRequest) => ApiAnswer | Promise<ApiAnswer>,
  surroundings: Surroundings | undefined = lambdaSurroundings(),
): (event: unknown) => Promise<ApiResult> {
  return async (event) => {
    const startedAt = surroundings?.clock.now() ?? 0;
    let request: ApiRequest | undefined;
    let thrown: unknown;
    let answer: ApiAnswer;
    try {
      request = readApiEvent(event);
      answer = await decide(request);
    } catch (problem) {
      thrown = problem;
      answer = answerTo(problem);
    }
    if (surroundings) {
      const endedAt = surroundings.clock.now();
      const line = {
        timestamp: new Date(endedAt).toISOString(),
        level: answer.status >= 500 ? 'ERROR' : 'INFO',
        requestId: request?.requestId,
        operation,
        status: answer.status,
        ...(thrown !== undefined && { problem: nameOf(thrown) }),
        durationMs: endedAt - startedAt,
      };
      surroundings.write(JSON.stringify(line));
    }
    return packedAnswer(answer, request);
  };
}

function answerTo(thrown: unknown): ApiAnswer {
  if (thrown instanceof ApiUnavailable) {
    const detail =
      'Send the request again as it is, with its Idempotency-Key where it has one: what was done is not done twice.';
    return problemAnswer('unavailable', detail, { retryAfterSeconds });
  }
  return problemAnswer('defect', 'It is written down under the id of this request.');
}

/** What is written down of something that was thrown. Names of classes are words of the code; messages may hold anything. */
export function nameOf(thrown: unknown): string {
  if (thrown instanceof ApiUnavailable) return `${thrown.name}: ${thrown.message}`;
  return thrown instanceof Error ? thrown.name : typeof thrown;
}
