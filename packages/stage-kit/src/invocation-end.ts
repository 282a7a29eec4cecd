import { Fault, Rejection } from './stage-failure.ts';

/** How an invocation of a stage ended, in words that never come from a customer. */
export interface InvocationEnd {
  /** `pending`: a fault that the stage awaits, which is no failure yet. */
  readonly outcome: 'receipt' | 'rejection' | 'pending' | 'fault' | 'defect';
  /** The receipt's `status` where it has one, else `receipt`; or the name of the failure. */
  readonly result: string;
  /** A fault's own message, which holds no personal data. Rejections speak to the customer, and defects are not ours. */
  readonly detail?: string;
}

/** The longest detail that is logged: a fault says what did not answer, in a sentence. */
const detailLength = 300;

export function endOfReceipt(receipt: unknown): InvocationEnd {
  const status = typeof receipt === 'object' && receipt !== null && 'status' in receipt ? receipt.status : undefined;
  const isWord = typeof status === 'string' && /^[a-z][a-z-]{0,39}$/.test(status);
  return { outcome: 'receipt', result: isWord ? status : 'receipt' };
}

export function endOfFailure(thrown: unknown, awaited?: string): InvocationEnd {
  if (thrown instanceof Rejection) return { outcome: 'rejection', result: thrown.name };
  if (thrown instanceof Fault)
    return {
      outcome: thrown.name === awaited ? 'pending' : 'fault',
      result: thrown.name,
      detail: thrown.message.slice(0, detailLength),
    };
  return { outcome: 'defect', result: nameOfDefect(thrown) };
}

/** The name of whatever was thrown, if it is one: a name is chosen by a programmer, all else may hold anything. */
export function nameOfDefect(thrown: unknown): string {
  const name = thrown instanceof Error ? thrown.name : typeof thrown;
  return /^[A-Za-z][A-Za-z0-9_.]{0,79}$/.test(name) ? name : 'Error';
}
