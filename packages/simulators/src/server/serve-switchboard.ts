import * as z from 'zod/mini';
import { type FaultKind, faults } from '../faults/faults.ts';
import { injectedFaultText, parseInjectedFault } from '../faults/injected-fault.ts';
import type { Switchboard } from '../faults/switchboard.ts';
import type { Answer, PlainRequest } from './operation.ts';
import { readStrictly } from './strict-shapes.ts';

const faultsSchema = z.strictObject({
  faults: z.array(z.string().check(z.maxLength(100))).check(z.maxLength(100)),
});

/**
 * The switchboard over HTTP. GET lists what is switched on and what there is; PUT `{ "faults": ["payment=declined"] }`
 * switches these on in the place of all others; DELETE switches all off.
 */
export function serveSwitchboard(switchboard: Switchboard, request: PlainRequest): Answer {
  switch (request.method) {
    case 'GET':
      return { status: 200, body: show(switchboard) };
    case 'PUT':
      return change(switchboard, request.body);
    case 'DELETE':
      switchboard.clear();
      return { status: 200, body: show(switchboard) };
    default:
      return { status: 405, body: { error: 'method-not-allowed' } };
  }
}

function change(switchboard: Switchboard, body: unknown): Answer {
  const read = readStrictly(faultsSchema, body);
  if ('problem' in read) return { status: 400, body: { error: 'bad-request', detail: read.problem } };
  try {
    switchboard.set(read.body.faults.map((text) => parseInjectedFault(text, switchboard.targets)));
  } catch (problem) {
    if (!(problem instanceof RangeError)) throw problem;
    return { status: 400, body: { error: 'no-such-fault', detail: problem.message } };
  }
  return { status: 200, body: show(switchboard) };
}

function show(switchboard: Switchboard): object {
  const on = switchboard.list().map(({ fault, left, struck }) => ({ fault: injectedFaultText(fault), left, struck }));
  const known = faults
    .filter((kind: FaultKind) => kind.layers.some((layer) => switchboard.serves.includes(layer)))
    .map(({ name, layers, description }) => ({ name, layers, description }));
  return { on, known };
}
