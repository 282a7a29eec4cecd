import type { Dialect, Evaluate } from '../../dataflow/dialect.ts';
import type { StateReader } from '../../definition/state-reader.ts';
import type { Fiber } from '../../execution/fiber.ts';
import type { ExecutionFacts } from '../../execution/runtime.ts';
import { StateFailure } from '../../failure/state-failure.ts';
import { isoInstant } from '../../json/instant.ts';
import { isJsonObject, type Json, type JsonObject } from '../../json/json.ts';
import { callIntegration } from './read-objects.ts';

/** How a child execution of a Map Run ended. Instants are epoch milliseconds. */
export interface ChildResult {
  readonly identity: ExecutionFacts;
  readonly stoppedAt: number;
  /** undefined when it failed. */
  readonly output: Json | undefined;
  readonly failure: StateFailure | undefined;
}

/** Makes of the results of a Map Run what the Map state gives, and writes them where the state says. Rejects with StateFailure. */
export type WriteResults = (
  input: Json,
  fiber: Fiber,
  mapRunArn: string,
  results: readonly ChildResult[],
) => Promise<Json>;

/** Compiles ResultWriter of a distributed Map (Developer Guide, "ResultWriter"); undefined when the state has none. */
export function compileResultWriter(reader: StateReader, dialect: Dialect): WriteResults | undefined {
  const writer = reader.objectReader('ResultWriter');
  if (!writer) return undefined;
  const { argumentsField } = dialect;
  writer.allowOnly(['Resource', argumentsField, 'WriterConfig'], 'those of ResultWriter');
  const exports = writer.has('Resource') || writer.has(argumentsField);
  if (!exports && !writer.has('WriterConfig'))
    writer.error('WriterConfig', `is missing: a writer needs it, or Resource and ${argumentsField}.`);
  if (exports && !/^arn:[a-z-]+:states:::s3:putObject$/.test(writer.text('Resource') ?? ''))
    writer.error('Resource', 'must be arn:aws:states:::s3:putObject.');
  if (exports && !writer.has(argumentsField)) writer.error(argumentsField, 'is missing: name the bucket to write to.');
  const config = writer.objectReader('WriterConfig');
  config?.allowOnly(['OutputType', 'Transformation'], 'those of WriterConfig');
  const outputType = config?.choice('OutputType', ['JSON', 'JSONL']) ?? 'JSON';
  const transformation = config?.choice('Transformation', ['NONE', 'COMPACT', 'FLATTEN']) ?? 'NONE';
  const evaluate = dialect.compileTemplate(writer, argumentsField);
  const format: Format = { outputType, transformation };
  return exports
    ? exporter(evaluate, format)
    : async (_, __, ___, results) => results.flatMap((result) => shown(result, transformation));
}

interface Format {
  readonly outputType: 'JSON' | 'JSONL';
  readonly transformation: 'NONE' | 'COMPACT' | 'FLATTEN';
}

function exporter(evaluate: Evaluate<Json> | undefined, format: Format): WriteResults {
  return async (input, fiber, mapRunArn, results) => {
    const given = await evaluate?.(input, fiber);
    const { Bucket = null, Prefix } = isJsonObject(given) ? given : ({} as JsonObject);
    const folder = [
      ...(typeof Prefix === 'string' && Prefix !== '' ? [Prefix.replace(/\/$/, '')] : []),
      runId(mapRunArn),
    ];
    const put = async (name: string, text: string) => {
      const Key = [...folder, name].join('/');
      await write(fiber, { Bucket, Key, Body: text });
      return { Key, Size: Buffer.byteLength(text) };
    };
    const file = async (status: 'SUCCEEDED' | 'FAILED') => {
      const some = results.filter(({ failure }) => (failure === undefined) === (status === 'SUCCEEDED'));
      if (some.length === 0) return [];
      const items = some.flatMap((result) => shown(result, format.transformation));
      return [await put(`${status}_0.${format.outputType.toLowerCase()}`, written(items, format))];
    };
    const ResultFiles = { FAILED: await file('FAILED'), PENDING: [], SUCCEEDED: await file('SUCCEEDED') };
    const manifest = { DestinationBucket: Bucket, MapRunArn: mapRunArn, ResultFiles };
    const { Key } = await put('manifest.json', JSON.stringify(manifest));
    return { MapRunArn: mapRunArn, ResultWriterDetails: { Bucket, Key } };
  };
}

async function write(fiber: Fiber, parameters: JsonObject): Promise<void> {
  try {
    await callIntegration(fiber, 's3:putObject', parameters);
  } catch (problem) {
    if (!(problem instanceof StateFailure)) throw problem;
    throw new StateFailure({ kind: 'task', error: 'States.ResultWriterFailed', cause: problem.cause });
  }
}

function written(items: readonly Json[], { outputType }: Format): string {
  return outputType === 'JSON' ? JSON.stringify(items) : items.map((item) => `${JSON.stringify(item)}\n`).join('');
}

// A failed execution is shown with its metadata, whatever the transformation.
function shown(result: ChildResult, transformation: Format['transformation']): readonly Json[] {
  const { output, failure } = result;
  if (failure || output === undefined || transformation === 'NONE') return [described(result)];
  return transformation === 'FLATTEN' && Array.isArray(output) ? (output as readonly Json[]) : [output];
}

function described({ identity, stoppedAt, output, failure }: ChildResult): Json {
  return {
    ExecutionArn: identity.executionArn,
    Input: JSON.stringify(identity.input),
    InputDetails: { Included: true },
    Name: identity.name,
    ...(output !== undefined && { Output: JSON.stringify(output), OutputDetails: { Included: true } }),
    ...(failure?.error !== undefined && { Error: failure.error }),
    ...(failure?.cause !== undefined && { Cause: failure.cause }),
    RedriveCount: 0,
    RedriveStatus: failure ? 'REDRIVABLE_BY_MAP_RUN' : 'NOT_REDRIVABLE',
    StartDate: isoInstant(identity.startedAt),
    StateMachineArn: identity.stateMachineArn,
    Status: failure ? 'FAILED' : 'SUCCEEDED',
    StopDate: isoInstant(stoppedAt),
  };
}

function runId(mapRunArn: string): string {
  return mapRunArn.slice(mapRunArn.lastIndexOf(':') + 1);
}
