import type { Call } from './fault-facts.ts';
import { callsStruck, type FaultTarget, layerOf } from './fault-target.ts';
import { type FaultKind, type FaultName, faultKind, faults } from './faults.ts';
import { type Place, placeAt } from './place.ts';

/** One fault, aimed. In text: `payment=timeout-after-success`, `shipping=unavailable:3`, `payment.find=cut-before:1`. */
export interface InjectedFault {
  readonly target: string;
  readonly kind: FaultName;
  /** The call it strikes, where that is not the one by which the target does its work. */
  readonly call?: Call;
  /** How often it strikes; always unless given. */
  readonly times?: number;
  /** Where it strikes. */
  readonly place: Place;
}

const spelling = /^([^.=:]+)(?:\.([^.=:]+))?=([^.=:]+)(?::(\d{1,6}))?$/;

/**
 * Reads a fault that is aimed at one of these targets.
 *
 * @throws RangeError that says what is wrong and what there is instead
 */
export function parseInjectedFault(text: string, targets: readonly FaultTarget[]): InjectedFault {
  const [, name = '', call, kindName = '', times] = spelling.exec(text) ?? [];
  if (name === '')
    throw wrong(text, 'write it as payment=declined, payment.find=unavailable or shipping=unavailable:3');
  const target = targets.find((one) => one.name === name);
  if (!target) throw wrong(text, `there is no "${name}"; there are ${list(targets.map((one) => one.name))}`);
  const kind = faultKind(kindName);
  const known = faults.filter((other: FaultKind) => layerOf(target, other)).map((other) => other.name);
  if (!kind || !layerOf(target, kind)) throw wrong(text, `${name} has no fault "${kindName}"; it has ${list(known)}`);
  if (times !== undefined && Number(times) === 0) throw wrong(text, 'a fault that never strikes is none; leave it out');
  const fault = aimFault(target, kind, call ?? target.call);
  if (fault && (call === undefined || 'call' in fault.place))
    return { ...fault, ...(times !== undefined && { times: Number(times) }) };
  const struck = callsStruck(target, kind);
  if (struck.length === 0) throw wrong(text, `${kindName} strikes ${name} whole; leave out ".${call}"`);
  throw wrong(text, `${kindName} cannot strike "${call ?? target.call ?? name}"; it strikes ${list(struck)}`);
}

/** A fault of this kind at a target and a call of it; undefined where it cannot strike. */
export function aimFault(target: FaultTarget, kind: FaultKind, call: string | undefined): InjectedFault | undefined {
  const layer = layerOf(target, kind);
  const aimed = callsStruck(target, kind).find((one) => one === call);
  const place = layer && placeAt(layer, target.name, aimed);
  return (
    place && {
      target: target.name,
      kind: kind.name,
      ...(aimed !== undefined && aimed !== target.call && { call: aimed }),
      place,
    }
  );
}

/** A fault as `parseInjectedFault` reads it. */
export function injectedFaultText({ target, kind, call, times }: InjectedFault): string {
  return `${target}${call === undefined ? '' : `.${call}`}=${kind}${times === undefined ? '' : `:${times}`}`;
}

function wrong(text: string, why: string): RangeError {
  return new RangeError(`"${text.slice(0, 80)}" is not a fault: ${why}`);
}

function list(words: readonly string[]): string {
  return words.join(', ');
}
