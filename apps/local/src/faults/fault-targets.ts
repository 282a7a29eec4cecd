import { type Call, callsOf, type FaultTarget, type Layer, layers } from '@order-workflow/simulators';
import type { Assembly, LambdaFunction } from '../assembly/assembly.ts';
import { readAssembly, synthesizedHere } from '../assembly/read-assembly.ts';
import type { StageNote } from '../assembly/stage-note.ts';

/** A stage of the synthesized workflow, the bus of its events, or the place where it parks notices, as faults are aimed at it. */
export interface StageTarget extends FaultTarget {
  /** Of an undo: the target that it undoes. */
  readonly undoes?: string;
  /** Only cancellations come by it: an order does not. */
  readonly cancels?: true;
}

const calls: readonly Call[] = Object.values(callsOf).flat();

/**
 * What faults can be aimed at: each function that is a stage, and what it does its work by where that stands in here, the
 * table among it that its environment names; each undo behind its stage; the bus, where a function may put events on one; and the queue, where the workflow sends to one.
 */
export function faultTargetsOf({
  functions,
  stateMachine,
  cancellation,
  tables,
}: Pick<Assembly, 'functions' | 'stateMachine' | 'cancellation' | 'tables'>): readonly StageTarget[] {
  const cancels = (arn: string) => !stateMachine.definition.includes(arn) && cancellation?.definition.includes(arn);
  const all = functions.flatMap(({ stage, environment, arn }) =>
    stage
      ? [{ ...targetOf(stage, asksATable(environment, tables)), ...(cancels(arn) && { cancels: true as const }) }]
      : [],
  );
  const stages = all.filter(({ undoes }) => undoes === undefined);
  const ordered = stages.flatMap((stage) => [stage, ...all.filter(({ undoes }) => undoes === stage.name)]);
  const tells = functions.some(({ environment }) => 'EVENT_BUS_NAME' in environment);
  const parks = stateMachine.definition.includes(':sqs:sendMessage');
  return [...ordered, ...(tells ? [events] : []), ...(parks ? [park] : [])];
}

/** The targets of what is synthesized in this repository. */
export function faultTargetsHere(): readonly StageTarget[] {
  return faultTargetsOf(readAssembly(synthesizedHere()));
}

/** No stage: the bus on which whatever closes an order puts its event. */
const events: StageTarget = { name: 'events', layers: ['events'] };

/** No stage: the state in which the workflow itself keeps a notice that could not be published. */
const park: StageTarget = { name: 'park', layers: ['queue'] };

function asksATable(environment: LambdaFunction['environment'], tables: Assembly['tables']): boolean {
  const values = new Set(Object.values(environment));
  return tables.some(({ name }) => values.has(name));
}

function targetOf({ word, undoes, port }: StageNote, hasTable: boolean): StageTarget {
  const layer = layers.find((one): one is Layer => one === port?.name);
  const call = calls.find((one) => one === port?.call);
  return {
    name: word,
    layers: [...(layer === undefined ? [] : [layer]), ...(hasTable ? ['table' as const] : []), 'lambda'],
    ...(call !== undefined && { call }),
    ...(undoes !== undefined && { undoes }),
  };
}
