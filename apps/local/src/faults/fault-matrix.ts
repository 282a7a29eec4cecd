import {
  type Call,
  type InjectedFault,
  injectedFaultText,
  parseInjectedFault,
  possibleFaults,
  undoing,
} from '@order-workflow/simulators';
import type { StageTarget } from './fault-targets.ts';

/** A fault at a place that an order comes by, with what must go wrong first for the order to come there. */
export interface FaultMatrixEntry {
  readonly fault: InjectedFault;
  /** Without these the sample order never asks for what is struck. */
  readonly alongside: readonly InjectedFault[];
}

/** What brings an order to a call of an undo where one that fails otherwise does not come. */
const waysToCall: Partial<Record<Call, string>> = { void: 'pending-forever', block: 'throttled' };

/** Only an answer that tells of a charge or a shipment can be wrong about it. */
const needsAnswer: ReadonlySet<string> = new Set(['wrong-amount', 'wrong-service']);

/** Every fault at every place where it can strike, each place once: `payment.refund` is the call that `refund` names. */
export function faultMatrix(all: readonly StageTarget[]): readonly FaultMatrixEntry[] {
  const targets = all.filter(({ cancels }) => !cancels);
  return targets.flatMap((target) =>
    possibleFaults([target]).flatMap((fault) => {
      const { place } = fault;
      if ('call' in place && !('target' in place) && callerOf(place.call, target, targets) !== target) return [];
      const way = wayTo(fault, target, targets);
      return [{ fault, alongside: way === undefined ? [] : [parseInjectedFault(way, targets)] }];
    }),
  );
}

/**
 * The stage whose work a call is: which is named by it, or, of the calls by which one undoes, the undo. Both that ask by key, the
 * stage and its undo, are struck by a fault of `find`: that is the stage's.
 */
function callerOf(call: Call, { layers: [layer] }: StageTarget, targets: readonly StageTarget[]) {
  const alike = targets.filter(({ layers }) => layers[0] === layer);
  const undo = undoing.some((one) => one === call) ? alike.find(({ undoes }) => undoes !== undefined) : undefined;
  return alike.find((target) => target.call === call) ?? undo ?? alike[0];
}

/** What brings an order to a place where one that goes well never comes. */
function wayTo(
  { place, kind }: InjectedFault,
  target: StageTarget,
  targets: readonly StageTarget[],
): string | undefined {
  if (place.layer === 'queue') {
    const teller = targets.find(({ layers }) => layers.includes('topic'));
    return teller && `${teller.name}=down`;
  }
  const call = 'call' in place ? place.call : undefined;
  if (call === 'find' && needsAnswer.has(kind)) return `${target.name}=cut-after:1`;
  // A claim writes first, and reads what is there only when it cannot tell.
  if (target.undoes === undefined) return call === 'read' ? `${target.name}.write=cut-after:1` : undefined;
  const way = call && waysToCall[call];
  if (way !== undefined) return `${target.undoes}=${way}`;
  return refusalAfter(target, targets) ?? `${target.undoes}=defect`;
}

/** A later stage that refuses, after which the undo finds done what it undoes. */
function refusalAfter(undo: StageTarget, targets: readonly StageTarget[]): string | undefined {
  const later = targets.slice(targets.indexOf(undo) + 1).filter(({ undoes }) => undoes === undefined);
  const refused = possibleFaults(later).find(({ kind }) => kind === 'refused');
  return refused && injectedFaultText(refused);
}
