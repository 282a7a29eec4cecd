import type { Dialect } from '../../dataflow/dialect.ts';
import type { StateReader } from '../../definition/state-reader.ts';
import type { Fiber } from '../../execution/fiber.ts';
import { StateFailure } from '../../failure/state-failure.ts';
import { isJsonObject, type Json } from '../../json/json.ts';
import { callHandler } from '../../task/call-handler.ts';
import type { TaskOutcome } from '../../task/task-outcome.ts';
import { parseTaskResource } from '../../task/task-resource.ts';

type ReadItems = (input: Json, fiber: Fiber) => Promise<readonly Json[]>;

/**
 * Compiles ItemReader: the items come from the integration its Resource names, as `s3:getObject`, which the host registers and which
 * gives the array itself. undefined when the state has no reader.
 */
export function compileItemReader(reader: StateReader, dialect: Dialect): ReadItems | undefined {
  const source = reader.object('ItemReader');
  if (!source) return undefined;
  const item = reader.inner(source, 'ItemReader');
  const arn = item.text('Resource') ?? '';
  const resource = parseTaskResource(arn);
  if (resource?.kind !== 'integration') {
    item.error('Resource', 'must name an integration, as arn:aws:states:::s3:getObject.');
    return undefined;
  }
  const evaluate = dialect.compileTemplate(item, dialect.argumentsField);
  const config = item.get('ReaderConfig');
  const mostItems = isJsonObject(config) && typeof config['MaxItems'] === 'number' ? config['MaxItems'] : undefined;
  return async (input, fiber) => {
    const parameters = (await evaluate?.(input, fiber)) ?? {};
    const outcome = await callReader(fiber, arn, resource.key, parameters);
    if (outcome.kind === 'succeeded' && Array.isArray(outcome.output)) return outcome.output.slice(0, mostItems);
    const cause = outcome.kind === 'failed' ? outcome.cause : 'The item source must give an array.';
    throw new StateFailure({ kind: 'task', error: 'States.ItemReaderFailed', cause });
  };
}

function callReader(fiber: Fiber, arn: string, key: string, parameters: Json): Promise<TaskOutcome> {
  const read = fiber.runtime.host.integrations?.[key];
  if (!read)
    return Promise.resolve({
      kind: 'failed',
      error: undefined,
      cause: `There is no integration '${key}' here to read items from.`,
    });
  return new Promise((resolve) => {
    callHandler(fiber, { resource: arn, pattern: 'request', call: (context) => read(parameters, context) }, resolve);
  });
}
