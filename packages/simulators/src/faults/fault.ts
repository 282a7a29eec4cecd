import { callsStruck, defaultCall, layerOf, type Target, targetNames } from './fault-targets.ts';
import { type Call, type FaultKind, type FaultName, faultKind, faults } from './faults.ts';

/** One fault, aimed. In text: `payment=timeout-after-success`, `shipping=unavailable:3`, `payment.find=cut-before:1`. */
export interface Fault {
  readonly target: Target;
  readonly kind: FaultName;
  /** The call it strikes, where that is not the one that names the stage. */
  readonly call?: Call;
  /** How often it strikes; always unless given. */
  readonly times?: number;
}

const spelling = /^([^.=:]+)(?:\.([^.=:]+))?=([^.=:]+)(?::(\d{1,6}))?$/;

/**
 * Reads a fault.
 *
 * @throws RangeError that says what is wrong and what there is instead
 */
export function parseFault(text: string): Fault {
  const [, target = '', call, name = '', times] = spelling.exec(text) ?? [];
  if (target === '')
    throw wrong(text, 'write it as payment=declined, payment.find=unavailable or shipping=unavailable:3');
  if (!isTarget(target)) throw wrong(text, `there is no "${target}"; there are ${list(targetNames)}`);
  const kind = faultKind(name);
  const known = faults.filter((other: FaultKind) => layerOf(target, other)).map((other) => other.name);
  if (!kind || !layerOf(target, kind)) throw wrong(text, `${target} has no fault "${name}"; it has ${list(known)}`);
  if (times !== undefined && Number(times) === 0) throw wrong(text, 'a fault that never strikes is none; leave it out');
  const fault = {
    target,
    kind: kind.name,
    ...(call !== undefined && call !== defaultCall(target) && { call: call as Call }),
    ...(times !== undefined && { times: Number(times) }),
  };
  const struck = callsStruck(target, kind);
  const aim = call ?? defaultCall(target);
  if (struck.length === 0 && call !== undefined)
    throw wrong(text, `${name} strikes ${target} whole; leave out ".${call}"`);
  if (struck.length > 0 && !struck.some((one) => one === aim))
    throw wrong(text, `${name} cannot strike "${aim}"; it strikes ${list(struck)}`);
  return fault;
}

/** A fault as `parseFault` reads it. */
export function faultText({ target, kind, call, times }: Fault): string {
  return `${target}${call === undefined ? '' : `.${call}`}=${kind}${times === undefined ? '' : `:${times}`}`;
}

function isTarget(text: string): text is Target {
  return targetNames.some((name) => name === text);
}

function wrong(text: string, why: string): RangeError {
  return new RangeError(`"${text.slice(0, 80)}" is not a fault: ${why}`);
}

function list(words: readonly string[]): string {
  return words.join(', ');
}
