import * as z from 'zod/mini';
import { defineOperation, maxResultsField, tokenField } from '../operation.ts';
import { readPage } from '../page.ts';
import { synthesizedMachines } from '../resolve-arn.ts';

const request = z.strictObject({ maxResults: maxResultsField, nextToken: tokenField });

/** Those of orders first, and of batches, then what was created here. */
export const listStateMachines = defineOperation('ListStateMachines', request, (page, served) => {
  const { others, clock } = served;
  const machines = [
    ...synthesizedMachines(served).map(({ synthesizedAt, ...machine }) => ({ ...machine, since: synthesizedAt })),
    ...others.machines().map(({ createdAt, ...machine }) => ({ ...machine, since: new Date(createdAt) })),
  ].map(({ arn, name, type, since }, index) => {
    const machine = { stateMachineArn: arn, name, type, creationDate: since };
    return { machine, position: index + 1 };
  });
  const question = { operation: 'ListStateMachines' };
  const { entries, ...next } = readPage(
    question,
    page,
    clock.now(),
    (limit, after = 0) => machines.slice(after, after + limit),
    ({ position }) => position,
  );
  return { stateMachines: entries.map(({ machine }) => machine), ...next };
});
