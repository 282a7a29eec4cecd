import { prices } from './prices.ts';

/** What an order takes on its way. */
export interface Usage {
  readonly transitions: number;
  readonly invocations: number;
  readonly publishes: number;
  /** Of each function. */
  readonly memoryMb: number;
  /** Billed milliseconds of each invocation. */
  readonly durationMs: number;
}

const million = 1_000_000;

/** US dollars for a million orders: state machine and the functions and notices that it calls. */
export function costOfMillion(type: 'STANDARD' | 'EXPRESS', usage: Usage): number {
  const machine = type === 'STANDARD' ? usage.transitions * prices.standardTransition : expressExecution(usage);
  return million * (machine + calls(usage));
}

function calls({ invocations, publishes, memoryMb, durationMs }: Usage): number {
  const gbSeconds = (memoryMb / 1024) * (durationMs / 1000);
  return invocations * (prices.lambdaRequest + gbSeconds * prices.lambdaGbSecond) + publishes * prices.snsPublish;
}

/** An Express execution lasts as long as its functions, one after another; its record fits the smallest memory step. */
function expressExecution({ invocations, durationMs }: Usage): number {
  const { expressDurationStepMs: step, expressMemoryStepMb: memoryMb } = prices;
  const seconds = (Math.ceil((invocations * durationMs) / step) * step) / 1000;
  return prices.expressRequest + (memoryMb / 1024) * seconds * prices.expressGbSecond;
}
