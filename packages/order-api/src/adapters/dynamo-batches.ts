import { gunzipSync, gzipSync } from 'node:zlib';
import { parseJson } from '@order-workflow/stage-kit/aws';
import * as z from 'zod/mini';
import { countStatuses } from '../decisions/place-part.ts';
import type { AcceptedBatch, AnsweredLines, Batches, PartLine } from '../ports/batches.ts';
import { type ApiTable, callTable } from './call-table.ts';

/** For how many seconds a batch is known, and its answers are kept. */
const keptSeconds = 14 * 24 * 3600;

const text = z.object({ S: z.string() });
const number = z.object({ N: z.string() });
const headSchema = z.object({
  ...{ batchId: text, bodyHash: text, execution: text, lines: number, parts: number, acceptedAt: text },
  expiresAt: number,
});
const partSchema = z.object({ packed: z.object({ B: z.string() }) });
const queriedSchema = z.object({
  Items: z.array(z.object({ answered: z.optional(text) })),
  LastEvaluatedKey: z.optional(z.unknown()),
});
const answeredSchema = z.record(z.string(), z.int());

/**
 * Batches in a DynamoDB table: an item a batch, and one a part, whose lines are packed by gzip. Its keys are the text `batchId` and the
 * number `part`, and `expiresAt` is its time to live.
 */
export function dynamoBatches({ clock, ...table }: ApiTable): Batches {
  const { read, write } = callTable(table);
  const now = () => Math.floor(clock.now() / 1000);
  const keyOf = (batchId: string, part: number) => ({ batchId: { S: batchId }, part: { N: `${part}` } });
  const partItem = (lines: readonly PartLine[]) => ({
    packed: { B: gzipSync(JSON.stringify(lines)).toString('base64') },
  });

  return {
    async read(batchId) {
      const { data } = headSchema.safeParse((await read('GetItem', { Key: keyOf(batchId, 0) }))['Item']);
      // DynamoDB deletes late what has expired.
      return data && Number(data.expiresAt.N) > now() ? acceptedBatch(data) : undefined;
    },
    keep({ batchId, bodyHash, execution, lines, parts, acceptedAt }) {
      return write('PutItem', {
        Item: {
          ...keyOf(batchId, 0),
          ...{ bodyHash: { S: bodyHash }, execution: { S: execution }, acceptedAt: { S: acceptedAt } },
          ...{ lines: { N: `${lines}` }, parts: { N: `${parts}` }, expiresAt: { N: `${now() + keptSeconds}` } },
        },
        ConditionExpression: 'attribute_not_exists(batchId) OR expiresAt <= :now',
        ExpressionAttributeValues: { ':now': { N: `${now()}` } },
      });
    },
    async keepPart({ batchId, execution }, part, lines) {
      const kept = { execution: { S: execution }, expiresAt: { N: `${now() + keptSeconds}` } };
      await write('PutItem', {
        Item: { ...keyOf(batchId, part), ...partItem(lines), ...kept },
        // One of an earlier batch under the same key has expired, and is not deleted yet.
        ConditionExpression: 'attribute_not_exists(batchId) OR execution <> :execution',
        ExpressionAttributeValues: { ':execution': kept.execution },
      });
    },
    async readPart(batchId, part) {
      const { data } = partSchema.safeParse((await read('GetItem', { Key: keyOf(batchId, part) }))['Item']);
      if (!data) return undefined;
      const lines = parseJson(gunzipSync(Buffer.from(data.packed.B, 'base64')).toString('utf8'));
      return Array.isArray(lines) ? lines : undefined;
    },
    async answerPart(batchId, part, answers) {
      await write('UpdateItem', {
        Key: keyOf(batchId, part),
        UpdateExpression: 'SET packed = :packed, answered = :answered',
        ConditionExpression: 'attribute_exists(batchId)',
        ExpressionAttributeValues: {
          ':packed': partItem(answers).packed,
          ':answered': { S: JSON.stringify(countStatuses(answers)) },
        },
      });
    },
    async progress(batchId) {
      const answered: AnsweredLines[] = [];
      for (let from: unknown; ; ) {
        const body = await read('Query', {
          KeyConditionExpression: 'batchId = :batchId AND part > :none',
          ProjectionExpression: 'answered',
          ExpressionAttributeValues: { ':batchId': { S: batchId }, ':none': { N: '0' } },
          ...(from !== undefined && { ExclusiveStartKey: from }),
        });
        const { Items, LastEvaluatedKey } = queriedSchema.parse(body);
        answered.push(
          ...Items.flatMap((item) => (item.answered ? [answeredSchema.parse(parseJson(item.answered.S))] : [])),
        );
        from = LastEvaluatedKey;
        if (from === undefined) return { parts: answered.length, answered: sum(answered) };
      }
    },
  };
}

function acceptedBatch({
  batchId,
  bodyHash,
  execution,
  lines,
  parts,
  acceptedAt,
}: z.infer<typeof headSchema>): AcceptedBatch {
  return {
    ...{ batchId: batchId.S, bodyHash: bodyHash.S, execution: execution.S, acceptedAt: acceptedAt.S },
    ...{ lines: Number(lines.N), parts: Number(parts.N) },
  };
}

function sum(counts: readonly AnsweredLines[]): AnsweredLines {
  const all: Record<string, number> = {};
  for (const [status, count] of counts.flatMap((one) => Object.entries(one))) all[status] = (all[status] ?? 0) + count;
  return all;
}
