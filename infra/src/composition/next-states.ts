import type { PlannedState } from './planned-state.ts';

/** Names of the states to which a state leads: first the one after its success, then where its catches lead. */
export function nextStates(planned: PlannedState): readonly string[] {
  switch (planned.kind) {
    case 'stage':
      return [...(planned.next === undefined ? [] : [planned.next]), ...planned.catches.map(({ next }) => next)];
    case 'standing':
      return [...planned.forward.map(({ next }) => next), planned.otherwise];
    case 'stop':
    case 'wait':
      return [planned.next];
    case 'park':
    case 'placed':
      return [];
  }
}
