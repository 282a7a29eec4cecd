import type { Carrier, CarrierAnswer } from '../src/ports/carrier.ts';

/** A carrier that gives these answers in turn, whatever it is asked, and notes the calls. */
export function scriptedCarrier(...answers: readonly CarrierAnswer[]) {
  const calls: string[] = [];
  const left = [...answers];
  const say = (call: string) => async (): Promise<CarrierAnswer> => {
    calls.push(call);
    const answer = left.shift();
    if (answer === undefined) throw new Error(`no answer is left for ${calls.join(', ')}`);
    return answer;
  };
  const carrier: Carrier = {
    find: say('find'),
    book: say('book'),
    cancel: ({ key, shipmentId }) => say(`cancel ${shipmentId} by ${key}`)(),
    block: say('block'),
  };
  return { carrier, calls };
}
