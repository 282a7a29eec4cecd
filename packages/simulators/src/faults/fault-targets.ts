import { type Call, callsOf, type FaultKind, type Layer } from './faults.ts';

interface FaultTarget {
  /** Where a fault of this target can strike. */
  readonly layers: readonly Layer[];
  /** The call that names the stage: what a fault strikes that says nothing else. */
  readonly call?: Call;
}

/** What a fault can be aimed at: the stages, and the place where notices are parked. */
export const faultTargets = {
  validate: { layers: ['catalog', 'lambda'] },
  payment: { layers: ['gateway', 'lambda'], call: 'charge' },
  refund: { layers: ['gateway', 'lambda'], call: 'refund' },
  shipping: { layers: ['carrier', 'lambda'], call: 'book' },
  cancel: { layers: ['carrier', 'lambda'], call: 'cancel' },
  notify: { layers: ['topic', 'lambda'] },
  park: { layers: ['queue'] },
} as const satisfies Record<string, FaultTarget>;

export type Target = keyof typeof faultTargets;
export const targetNames = Object.keys(faultTargets) as readonly Target[];

/** The layer where a kind of fault strikes this target; undefined when it cannot. */
export function layerOf(target: Target, kind: FaultKind): Layer | undefined {
  return faultTargets[target].layers.find((layer) => kind.layers.includes(layer));
}

/** The calls of this target that a kind of fault can strike; none where there are no calls to choose from. */
export function callsStruck(target: Target, kind: FaultKind): readonly Call[] {
  const layer = layerOf(target, kind);
  if (layer !== 'gateway' && layer !== 'carrier') return [];
  return callsOf[layer].filter((call) => kind.calls?.includes(call) ?? true);
}

/** The call that a fault strikes when it names none. */
export function defaultCall(target: Target): Call | undefined {
  const { call }: FaultTarget = faultTargets[target];
  return call;
}
