import type { FaultOn } from './local-machine.ts';

/** The faults that are still to strike, each so often as it has left: what keeps them as they are when they are sent. */
export function stillToStrike(on: readonly FaultOn[]): readonly string[] {
  return on.flatMap(({ fault, left }) => {
    if (left === undefined || left === null) return [fault];
    return left === 0 ? [] : [`${fault.replace(/:\d+$/, '')}:${left}`];
  });
}

/** How a fault is written: `payment=unavailable:2`. Without `times` it strikes each time. */
export function faultText(target: string, fault: string, times: string): string {
  return times === '' ? `${target}=${fault}` : `${target}=${fault}:${times}`;
}
