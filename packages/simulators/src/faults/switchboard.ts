import { type Fault, faultText } from './fault.ts';
import { defaultCall, layerOf, type Target } from './fault-targets.ts';
import { type Call, type FaultKind, type FaultName, faultKind, type Layer, layers } from './faults.ts';

/**
 * Where something is about to happen: a call of a simulator, or an invocation or message of a stage. `about` is the key of
 * the call or the message, where it has one: it says whose it is.
 */
export type Place =
  | { readonly layer: 'gateway' | 'carrier'; readonly call: Call; readonly about?: string }
  | { readonly layer: 'catalog' | 'lambda' | 'topic' | 'queue'; readonly target: Target; readonly about?: string };

export interface SwitchedOn {
  readonly fault: Fault;
  /** How often it will still strike; undefined: always. */
  readonly left: number | undefined;
  /** How often it has struck. */
  readonly struck: number;
}

/** The faults that are switched on. One may serve both simulators and whoever runs the functions. */
export interface Switchboard {
  /** The layers whose faults somebody brings about. */
  readonly serves: readonly Layer[];
  /** In the order in which they were switched on, those that are spent included. */
  list(): readonly SwitchedOn[];
  /**
   * Puts these in the place of all others.
   *
   * @throws RangeError when one of them strikes a layer that this switchboard does not serve
   */
  set(faults: readonly Fault[]): void;
  /** Switches on one more. Throws as `set` does. */
  add(fault: Fault): void;
  clear(): void;
  /** The fault that strikes here now; it counts as having struck. Of several, the first that is not spent. */
  take(place: Place, changes?: FaultKind['changes']): FaultName | undefined;
}

interface SwitchboardOptions {
  /** The layers whose faults somebody here brings about; all unless given. */
  readonly serves?: readonly Layer[];
  /** Called whenever a fault strikes. */
  readonly onStrike?: (fault: Fault, place: Place) => void;
}

export function createSwitchboard({ serves = layers, onStrike }: SwitchboardOptions = {}): Switchboard {
  let standing: { readonly fault: Fault; readonly layer: Layer; left: number | undefined; struck: number }[] = [];

  function admit(fault: Fault) {
    const layer = layerOf(fault.target, faultKind(fault.kind));
    if (layer === undefined || !serves.includes(layer))
      throw new RangeError(`${faultText(fault)} cannot strike here, only faults of ${serves.join(', ')}`);
    return { fault, layer, left: fault.times, struck: 0 };
  }

  return {
    serves,
    list: () => standing.map(({ fault, left, struck }) => ({ fault, left, struck })),
    set(faults) {
      standing = faults.map(admit);
    },
    add(fault) {
      standing.push(admit(fault));
    },
    clear() {
      standing = [];
    },
    take(place, changes = 'answer') {
      const one = standing.find(
        ({ fault, layer, left }) => left !== 0 && layer === place.layer && strikes(fault, place, changes),
      );
      if (one === undefined) return undefined;
      one.struck++;
      if (one.left !== undefined) one.left--;
      onStrike?.(one.fault, place);
      return one.fault.kind;
    },
  };
}

function strikes({ target, kind, call }: Fault, place: Place, changes: FaultKind['changes']): boolean {
  if (faultKind(kind).changes !== changes) return false;
  return 'call' in place ? (call ?? defaultCall(target)) === place.call : target === place.target;
}
