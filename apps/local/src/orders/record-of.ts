import type { ExecutionJournal, ExecutionOverview } from '@order-workflow/asl-engine';
import { type Fields, fieldsOf } from '../json/json-object.ts';
import { readLastState } from './read-last-state.ts';

/** The record that an execution left, or that it has reached so far. */
export function recordOf(journal: ExecutionJournal, { start, end }: Pick<ExecutionOverview, 'start' | 'end'>): Fields {
  return fieldsOf(end?.output === undefined ? readLastState(journal, start.executionArn).input : end.output);
}
