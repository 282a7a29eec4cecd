import type { GatewayAnswer, PaymentGateway } from '../src/ports/payment-gateway.ts';

/** A gateway that gives these answers in turn, whatever it is asked, and notes the calls. */
export function scriptedGateway(...answers: readonly GatewayAnswer[]) {
  const calls: string[] = [];
  const left = [...answers];
  const say = (call: string) => async (): Promise<GatewayAnswer> => {
    calls.push(call);
    const answer = left.shift();
    if (answer === undefined) throw new Error(`no answer is left for ${calls.join(', ')}`);
    return answer;
  };
  const gateway: PaymentGateway = {
    find: say('find'),
    charge: say('charge'),
    refund: ({ key }) => say(`refund ${key}`)(),
    void: say('void'),
    block: say('block'),
  };
  return { gateway, calls };
}
