import { createHash } from 'node:crypto';
import type { Fiber } from '../../execution/fiber.ts';
import type { ExecutionFacts } from '../../execution/runtime.ts';
import type { Json } from '../../json/json.ts';

/** A Map Run as it begins, or goes on in a later life of the execution. */
export interface BegunMapRun {
  readonly mapRunArn: string;
  readonly redriveCount: number;
}

/** Begins a Map Run, or goes on with it: its ARN is recorded when it begins, and each redrive of it when it is redriven. */
export function beginMapRun(fiber: Fiber, label: string): BegunMapRun {
  const earlier = fiber.memo?.['mapRunArn'];
  const { redriveCount: executionRedrives } = fiber.runtime.identity;
  if (typeof earlier === 'string') return goOn(fiber, earlier, executionRedrives);
  const { stateMachineArn } = fiber.runtime.identity;
  const mapRunArn = `${stateMachineArn.replace(':stateMachine:', ':mapRun:')}/${label}:${fiber.random.uuid()}`;
  fiber.emit({ type: 'MapRunStarted', shape: 'mapRunStarted', more: { mapRunArn } });
  fiber.remember({ mapRunArn, mapRunSeen: executionRedrives });
  return { mapRunArn, redriveCount: 0 };
}

function goOn(fiber: Fiber, mapRunArn: string, executionRedrives: number): BegunMapRun {
  const { mapRunSeen = 0, mapRunRedrives = 0 } = fiber.memo ?? {};
  const before = Number(mapRunRedrives);
  // The execution goes on without having been redriven since.
  if (Number(mapRunSeen) >= executionRedrives) return { mapRunArn, redriveCount: before };
  const redriveCount = before + 1;
  fiber.emit({ type: 'MapRunRedriven', shape: 'mapRunRedriven', more: { mapRunArn, redriveCount } });
  fiber.remember({ mapRunSeen: executionRedrives, mapRunRedrives: redriveCount });
  return { mapRunArn, redriveCount };
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
