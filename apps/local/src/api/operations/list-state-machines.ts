import * as z from 'zod/mini';
import { defineOperation, maxResultsField, tokenField } from '../operation.ts';
import { readPage } from '../page.ts';

const request = z.strictObject({ maxResults: maxResultsField, nextToken: tokenField });

export const listStateMachines = defineOperation('ListStateMachines', request, (page, { workflow, clock }) => {
  const { arn, name, type, synthesizedAt } = workflow.assembly.stateMachine;
  const machine = { stateMachineArn: arn, name, type, creationDate: synthesizedAt };
  const question = { operation: 'ListStateMachines' };
  const { entries, ...next } = readPage(
    question,
    page,
    clock.now(),
    (_, after) => (after === undefined ? [machine] : []),
    () => 1,
  );
  return { stateMachines: entries, ...next };
});
