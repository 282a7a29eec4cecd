import type { Mutant } from './mutant.ts';

const open = 'apps/local/src/open-workflow.ts';
const exchange = 'packages/order-domain/src/adapters/exchange-json.ts';
const failure = 'packages/order-domain/src/stage-failure.ts';
const rejectionName = `  return class extends Rejection {
    static readonly errorName = errorName;
    override readonly name = errorName;`;

const handlerBegins = `  return async (event, context = {}) => {
    const invocation = begin?.(event, context);
    try {`;

/** Ways to run an order twice, to lose it, or to lose what became of a call. */
export const mutantsOfExecution: readonly Mutant[] = [
  {
    name: "an execution's name holds the time",
    breaks: 'one charge, one shipment',
    file: 'packages/order-domain/src/operation-key.ts',
    text: 'return start(orderId);',
    becomes: 'return `${start(orderId)}-${performance.now()}`;',
  },
  {
    name: 'an order is placed without a look at those placed before',
    breaks: 'one charge, one shipment',
    file: open,
    text: 'if (before) return before;',
    becomes: '',
  },
  {
    name: 'other content under the id of an earlier order is taken for the same',
    breaks: 'the record says what happened',
    file: open,
    text: 'if (difference !== undefined)',
    becomes: 'if (false)',
  },
  {
    name: 'executions that an earlier process left under way are forgotten',
    breaks: 'nothing held unless shipped',
    file: open,
    text: 'resumed: resumeExecutions(journal, host).map((execution) => keep(execution, true)),',
    becomes: 'resumed: [],',
  },
  {
    name: 'a call without an answer in time is taken not to have been made',
    breaks: 'the record says what happened',
    file: exchange,
    text: "return { answer: 'lost', detail: `no answer within ${timedOutMs} ms` };",
    becomes: "return { answer: 'not-sent', detail: `no answer within ${timedOutMs} ms` };",
  },
  {
    name: 'a call whose connection broke is taken not to have been made',
    breaks: 'the record says what happened',
    file: exchange,
    text: "return { answer: 'lost', detail: code === ''",
    becomes: "return { answer: 'not-sent', detail: code === ''",
  },
  {
    name: 'a call does not carry its key',
    breaks: 'one charge, one shipment',
    file: exchange,
    text: "...(idempotencyKey && { 'idempotency-key': idempotencyKey }),",
    becomes: '',
  },
  {
    name: 'a rejection loses its name on the wire',
    breaks: 'the record says what happened',
    file: failure,
    text: rejectionName,
    becomes: rejectionName.replace(
      '    override readonly name = errorName;',
      '    override readonly name = errorName.slice(0, 1) as Name;',
    ),
  },
  {
    name: 'a stage may not be called twice for the same record',
    breaks: 'fails only where a person must act',
    file: 'packages/order-domain/src/stage-handler.ts',
    text: handlerBegins,
    becomes: `  const had = new Set<string>();
${handlerBegins}
      const once = JSON.stringify(event);
      if (had.has(once)) throw new StageContractBroken('called twice');
      had.add(once);`,
  },
];
