import { type Call, callsOf, type Layer } from './fault-facts.ts';
import type { FaultKind } from './faults.ts';

/**
 * What a fault can be aimed at: a stage of a workflow, or a place of it where something else is done. Which there are is for
 * whoever runs the workflow to say.
 */
export interface FaultTarget {
  /** As people write it: `payment`. */
  readonly name: string;
  /** Where a fault of this target can strike. */
  readonly layers: readonly Layer[];
  /** The call by which it does its work: what a fault strikes that says nothing else. */
  readonly call?: Call;
}

/** The layer where a kind of fault strikes this target; undefined when it cannot. */
export function layerOf({ layers }: FaultTarget, kind: FaultKind): Layer | undefined {
  return layers.find((layer) => kind.layers.includes(layer));
}

/** The calls of this target that a kind of fault can strike; none where there are no calls to choose from. */
export function callsStruck(target: FaultTarget, kind: FaultKind): readonly Call[] {
  const layer = layerOf(target, kind);
  if (layer !== 'gateway' && layer !== 'carrier' && layer !== 'table') return [];
  return callsOf[layer].filter((call) => kind.calls?.includes(call) ?? true);
}
