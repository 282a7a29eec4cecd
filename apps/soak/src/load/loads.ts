import type { Load, Quotas } from './run-load.ts';

/** The quotas of an account and the loads are tried at a fiftieth: what matters is how they stand to each other. */
export const scale = 50;

/** In us-east-1, unless raised: infra/src/scale/quotas.ts has them with their source. */
const usualQuotas: Quotas = {
  startExecution: { size: 1_300, perSecond: 300 },
  stateTransition: { size: 5_000, perSecond: 1_500 },
  concurrency: 1_000,
};

/** A load as the table has it, at full size. */
export interface NamedLoad extends Load {
  readonly name: string;
}

const silent = (seconds: number) => ({ text: 'payment=timeout-before', seconds });

/** What is tried, in the sequence of the table. */
export const loads: readonly NamedLoad[] = [
  of('100 a second', 100, 60),
  of('300 a second', 300, 60),
  of('350 a second', 350, 60),
  of('1,000 a second', 1_000, 30),
  {
    ...of('1,000 a second, StartExecution raised to as many', 1_000, 30),
    quotas: { ...usualQuotas, startExecution: { size: 2_600, perSecond: 1_000 } },
  },
  { ...of('20 a second, the gateway silent for a minute', 20, 60), fault: silent(60) },
  { ...of('100 a second, the gateway silent for a minute', 100, 60), fault: silent(60) },
  { ...of('100 a second, the gateway silent for five minutes', 100, 60), fault: silent(300) },
];

function of(name: string, ordersPerSecond: number, seconds: number): NamedLoad {
  return { name, ordersPerSecond, seconds, quotas: usualQuotas };
}

/** A load as it is tried: rates, buckets and functions a part of what they are, times as they are. */
export function scaled({ quotas, ...load }: Load): Load {
  const { startExecution, stateTransition, concurrency } = quotas;
  const part = ({ size, perSecond }: typeof startExecution) => ({ size: size / scale, perSecond: perSecond / scale });
  return {
    ...load,
    ordersPerSecond: load.ordersPerSecond / scale,
    quotas: {
      startExecution: part(startExecution),
      stateTransition: part(stateTransition),
      concurrency: concurrency / scale,
    },
  };
}
