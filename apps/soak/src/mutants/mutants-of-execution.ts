import type { Mutant } from './mutant.ts';
import { drop, replace } from './operators.ts';

/** Ways to run an order twice, to lose it, or to lose what became of a call. */
export const mutantsOfExecution: readonly Mutant[] = [
  {
    name: "an execution's name holds the time",
    breaks: 'one charge, one shipment',
    in: 'executionName',
    at: 'function executionName > return',
    operator: replace((name) => `\`\${${name}}-\${performance.now()}\``),
  },
  {
    name: 'an order is placed without a look at those placed before',
    breaks: 'one charge, one shipment',
    in: 'openWorkflow',
    at: 'function place > const before',
    operator: replace('[]'),
  },
  {
    name: 'other content under the id of an earlier order is taken for the same',
    breaks: 'the record says what happened',
    in: 'judgePlacing',
    at: 'const same',
    operator: replace('executions.at(-1)'),
  },
  {
    name: 'executions that an earlier process left under way are forgotten',
    breaks: 'nothing held unless shipped',
    in: 'openWorkflow',
    at: 'property resumed',
    operator: replace('[]'),
  },
  {
    name: 'a function is called before its journal has it for sure',
    breaks: 'what was seen is durable',
    in: 'compileTaskState',
    at: 'if durable',
    operator: drop,
  },
  {
    name: 'an end is told before its journal has it for sure',
    breaks: 'what was seen is durable',
    in: 'startRun',
    at: 'function endRun > condition durable',
    operator: replace('false'),
  },
  {
    name: 'a call without an answer in time is taken not to have been made',
    breaks: 'the record says what happened',
    in: 'exchangeJson',
    at: 'function exchangeJson > literal lost',
    operator: replace("'not-sent'"),
  },
  {
    name: 'a call whose connection broke is taken not to have been made',
    breaks: 'the record says what happened',
    in: 'exchangeHttp',
    at: 'return message > literal lost',
    operator: replace("'not-sent'"),
  },
  {
    name: 'a call does not carry its key',
    breaks: 'one charge, one shipment',
    in: 'exchangeJson',
    at: 'spread idempotency-key',
    operator: drop,
  },
  {
    name: 'a rejection loses its name on the wire',
    breaks: 'the record says what happened',
    in: 'rejection',
    at: 'function rejection > property name',
    operator: replace((name) => `${name}.slice(0, 1) as Name`),
  },
  {
    name: 'a stage may not be called twice for the same record',
    breaks: 'fails only where a person must act',
    in: 'createStageHandler',
    at: 'return invocation',
    operator: replace(
      (handler) => `((had: Set<string>, handle: (event: unknown, context?: InvocationContext) => Promise<Receipt>) =>
    async (event: unknown, context?: InvocationContext) => {
      const once = JSON.stringify(event);
      if (had.has(once)) throw new StageContractBroken('called twice');
      had.add(once);
      return handle(event, context);
    })(new Set(), ${handler})`,
    ),
  },
];
