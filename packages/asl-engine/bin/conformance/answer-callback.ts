import type { Clock, Execution, Json, JsonObject } from '../../src/index.ts';

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Answers a task token as the scenario's receiver does, 200 ms after the message. */
export function answerCallback(kind: string | null, parameters: Json, clock: Clock, execution: () => Execution): void {
  const body = isObject(parameters) ? parameters['MessageBody'] : undefined;
  const token = isObject(body) ? body['TaskToken'] : undefined;
  if (kind === null || kind === 'none' || typeof token !== 'string' || !isObject(body)) return;
  clock.setTimer(clock.now() + 200, () => {
    if (kind.startsWith('heartbeat')) execution().sendTaskHeartbeat(token);
    if (kind === 'failure') execution().sendTaskFailure(token, { error: 'Failure error', cause: 'Failure cause' });
    else if (kind === 'failure-empty') execution().sendTaskFailure(token);
    else execution().sendTaskSuccess(token, kind.endsWith('body') ? body : body['Message']);
  });
}
