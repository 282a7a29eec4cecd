import type { Violation } from '@order-workflow/order-domain';
import type { ApiAnswer } from '../http/api-answer.ts';
import { problemAnswer } from '../http/problem.ts';

/** 422, with what is wrong with an order, field by field. */
export function invalidOrder(violations: readonly Violation[]): ApiAnswer {
  const detail = violations.length === 1 ? 'One thing is wrong with it' : 'Several things are wrong with it';
  return problemAnswer('order-invalid', detail, { violations });
}
