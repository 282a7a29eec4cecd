import { batchLimits } from '../decisions/read-batch.ts';
import { always, type DocumentPart, keyHeader, location, ref, retryAfter, told } from './described-parts.ts';

const batchId = {
  name: 'id',
  in: 'path',
  required: true,
  description: "The batch's id, as the Location of its answer has it.",
  schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{43}$' },
};

function batchStanding(description: string, headers: DocumentPart): DocumentPart {
  return { description, headers, content: { 'application/json': { schema: ref('BatchStanding') } } };
}

/** The operations on batches, by their names. */
export const describedBatches: Readonly<Record<string, DocumentPart>> = {
  placeBatch: {
    summary: 'Places many orders',
    description: `JSON Lines: an order a line, at most ${batchLimits.lines} of them and ${batchLimits.bytes} bytes, which may be packed by gzip (Content-Encoding) and then unpack to ${batchLimits.unpackedBytes}. Each line is placed and answered as an order that is posted alone; a line that is none keeps no other from being placed. The same request may be sent as often as needed.`,
    parameters: [
      {
        ...keyHeader,
        description: 'One key a batch, the same each time that it is sent again; known for 14 days.',
      },
    ],
    requestBody: {
      required: true,
      content: { 'application/jsonl': { schema: { type: 'string', description: 'Each line an Order as JSON.' } } },
    },
    responses: {
      202: batchStanding('The batch is accepted', {
        Location: { ...location, description: 'Where the batch stands.' },
        'Retry-After': retryAfter,
      }),
      ...told(
        ...(['key-missing', 'not-json', 'too-large', 'not-json-lines-by-type', 'request-invalid'] as const),
        ...(['key-reused', ...always] as const),
      ),
    },
  },
  showBatch: {
    summary: 'Says how a batch stands',
    parameters: [batchId],
    responses: {
      200: batchStanding('How it stands', { 'Retry-After': retryAfter }),
      ...told('batch-unknown', ...always),
    },
  },
  showBatchResult: {
    summary: 'What came of each order of a batch',
    description:
      'For 14 days. It is packed by gzip where the caller takes that, or where it would be too long without.',
    parameters: [batchId],
    responses: {
      200: {
        description: 'JSON Lines: a BatchLine for each order that was sent, in their sequence',
        content: { 'application/jsonl': { schema: { type: 'string', description: 'Each line a BatchLine as JSON.' } } },
      },
      ...told('batch-unknown', 'batch-under-way', ...always),
    },
  },
};
