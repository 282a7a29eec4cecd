import { createHash } from 'node:crypto';
import type { Fiber } from '../../execution/fiber.ts';
import type { ExecutionFacts } from '../../execution/runtime.ts';
import type { Json } from '../../json/json.ts';

/** The Map Run's ARN, the same in a later life of the execution: it is recorded when the run begins. */
export function beginMapRun(fiber: Fiber, label: string): string {
  const earlier = fiber.memo?.['mapRunArn'];
  if (typeof earlier === 'string') return earlier;
  const { stateMachineArn } = fiber.runtime.identity;
  const mapRunArn = `${stateMachineArn.replace(':stateMachine:', ':mapRun:')}/${label}:${fiber.random.uuid()}`;
  fiber.emit({ type: 'MapRunStarted', shape: 'mapRunStarted', more: { mapRunArn } });
  fiber.remember({ mapRunArn });
  return mapRunArn;
}

/** What a child execution of a Map Run is called, and shows in its context object; always the same for the same run and index. */
export function childIdentity(
  { identity }: Fiber['runtime'],
  mapRunArn: string,
  index: number,
  input: Json,
  startedAt: number,
): ExecutionFacts {
  const name = uuidOf(`${mapRunArn}/${index}`);
  const [machine = ''] = mapRunArn.slice(mapRunArn.indexOf(':mapRun:') + ':mapRun:'.length).split(':');
  const prefix = mapRunArn.slice(0, mapRunArn.indexOf(':mapRun:'));
  return {
    ...identity,
    executionArn: `${prefix}:execution:${machine}:${name}`,
    name,
    stateMachineArn: `${prefix}:stateMachine:${machine}`,
    stateMachineName: machine,
    input,
    startedAt,
    redriveCount: 0,
    redrivenAt: undefined,
  };
}

function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
