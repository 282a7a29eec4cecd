import { type Layer, layers } from './fault-facts.ts';
import type { FaultTarget } from './fault-target.ts';
import { type FaultKind, type FaultName, faultKind } from './faults.ts';
import { type InjectedFault, injectedFaultText } from './injected-fault.ts';
import { isSamePlace, type Place } from './place.ts';

export interface SwitchedOn {
  readonly fault: InjectedFault;
  /** How often it will still strike; undefined: always. */
  readonly left: number | undefined;
  /** How often it has struck. */
  readonly struck: number;
}

/** The faults that are switched on. One may serve both simulators and whoever runs the functions. */
export interface Switchboard {
  /** The layers whose faults somebody brings about. */
  readonly serves: readonly Layer[];
  /** What faults can be aimed at. */
  readonly targets: readonly FaultTarget[];
  /** In the order in which they were switched on, those that are spent included. */
  list(): readonly SwitchedOn[];
  /**
   * Puts these in the place of all others.
   *
   * @throws RangeError when one of them strikes a layer that this switchboard does not serve
   */
  set(faults: readonly InjectedFault[]): void;
  /** Switches on one more. Throws as `set` does. */
  add(fault: InjectedFault): void;
  clear(): void;
  /** The fault that strikes here now; it counts as having struck. Of several, the first that is not spent. */
  take(place: Place, changes?: FaultKind['changes']): FaultName | undefined;
}

interface SwitchboardOptions {
  /** What faults that come as text can be aimed at; nothing unless given. */
  readonly targets?: readonly FaultTarget[];
  /** The layers whose faults somebody here brings about; all unless given. */
  readonly serves?: readonly Layer[];
  /** Called whenever a fault strikes. */
  readonly onStrike?: (fault: InjectedFault, place: Place) => void;
}

export function createSwitchboard({ targets = [], serves = layers, onStrike }: SwitchboardOptions = {}): Switchboard {
  let standing: { readonly fault: InjectedFault; left: number | undefined; struck: number }[] = [];

  function admit(fault: InjectedFault) {
    if (!serves.includes(fault.place.layer))
      throw new RangeError(`${injectedFaultText(fault)} cannot strike here, only faults of ${serves.join(', ')}`);
    return { fault, left: fault.times, struck: 0 };
  }

  return {
    serves,
    targets,
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
      const one = standing.find(({ fault, left }) => left !== 0 && strikes(fault, place, changes));
      if (one === undefined) return undefined;
      one.struck++;
      if (one.left !== undefined) one.left--;
      onStrike?.(one.fault, place);
      return one.fault.kind;
    },
  };
}

function strikes({ kind, place }: InjectedFault, at: Place, changes: FaultKind['changes']): boolean {
  return faultKind(kind).changes === changes && isSamePlace(place, at);
}
