import { claimableOrderId, failureNoteSchema, orderLimits, reasonsOf } from '@order-workflow/order-domain';
import { type Adoption, isEnd, type OrderStatus, orderStatusSchema } from '@order-workflow/stage-kit/order-store';
import type { DescribedExecution } from './past-executions.ts';

/** The parts of a record that an order's item is made of. */
interface KeptRecord {
  readonly order?: unknown;
  readonly validation?: unknown;
  readonly outcome?: unknown;
  readonly failure?: unknown;
}

type Found = Omit<Adoption, 'fingerprint' | 'beforeClaims'> & {
  /** What was asked for: what its fingerprint is made of. */
  readonly asked: unknown;
};

/**
 * What an execution says of its order: that this ended so or, where it runs or did not succeed, that it may hold something,
 * until it goes on or is redriven. Undefined when it says nothing: of an order whose id cannot be read; of one that the first
 * stage has not let through, which holds nothing and is claimed when that is reached; and of a duplicate.
 *
 * @param record as the first stage left it, of one that did not succeed; JSON
 */
export function adoptionOf(past: DescribedExecution, record: string | undefined): Found | undefined {
  const asked = parsed(past.input);
  const orderId = past.input.length > orderLimits.characters ? undefined : claimableOrderId(asked);
  const left: KeptRecord = recordIn(past.output ?? record);
  const status = past.status === 'SUCCEEDED' ? endOf(left) : openOf(left);
  if (orderId === undefined || status === undefined) return undefined;
  const execution = { id: past.arn, startedAt: past.startedAt };
  return { orderId, execution, status, verdict: verdictOf(left), asked };
}

function endOf({ outcome }: KeptRecord): OrderStatus | undefined {
  const { data } = orderStatusSchema.safeParse(outcome);
  return data !== undefined && isEnd(data) ? data : undefined;
}

function openOf({ validation }: KeptRecord): OrderStatus | undefined {
  return validation === undefined ? undefined : 'open';
}

function verdictOf({ order, validation, failure }: KeptRecord): Adoption['verdict'] {
  if (validation !== undefined) return { order, validation };
  const { data } = failureNoteSchema.safeParse(failure);
  return { rejection: data ? reasonsOf(data) : [] };
}

function recordIn(json: string | undefined): KeptRecord {
  const record = parsed(json ?? '{}');
  return typeof record === 'object' && record !== null ? record : {};
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
