/** What a member of a service's answer is, as Step Functions hands it on. */
export type Shape =
  | 'any'
  | { readonly kind: 'string'; readonly least?: number; readonly oneOf?: readonly string[] }
  | { readonly kind: 'number'; readonly least?: number; readonly most?: number }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'array'; readonly of?: Shape }
  | { readonly kind: 'object'; readonly members?: Members; readonly required?: readonly string[] };

type Members = Readonly<Record<string, Shape>>;

const text: Shape = { kind: 'string' };
const number: Shape = { kind: 'number' };
const flag: Shape = { kind: 'boolean' };
const map: Shape = { kind: 'object' };
const list = (of: Shape): Shape => ({ kind: 'array', of });
const object = (members: Members, required: readonly string[] = []): Shape => ({ kind: 'object', members, required });
const texts = (...names: readonly string[]): Members => Object.fromEntries(names.map((name) => [name, text]));

const units: Members = { CapacityUnits: number, ReadCapacityUnits: number, WriteCapacityUnits: number };
const consumed = object({ TableName: text, ...units, Table: object(units) });
const written = object({ Attributes: map, ConsumedCapacity: consumed, ItemCollectionMetrics: map });
const dynamodb: Members = {
  getItem: object({ Item: map, ConsumedCapacity: consumed }),
  ...{ putItem: written, updateItem: written, deleteItem: written },
  query: object({ Items: list(map), Count: number, ScannedCount: number, ConsumedCapacity: consumed }),
  scan: object({ Items: list(map), Count: number, ScannedCount: number, ConsumedCapacity: consumed }),
};

const sent = object(
  texts(
    ...['MD5OfMessageAttributes', 'MD5OfMessageBody', 'MD5OfMessageSystemAttributes', 'MessageId', 'SequenceNumber'],
  ),
);
const published = object(texts('MessageId', 'SequenceNumber'));
const put = object({ Entries: list(object(texts('EventId', 'ErrorCode', 'ErrorMessage'))), FailedEntryCount: number });
const started = object(texts('ExecutionArn', 'StartDate'), ['ExecutionArn', 'StartDate']);
const invoked = object({
  ...texts('ExecutedVersion', 'FunctionError', 'LogResult'),
  Payload: 'any',
  StatusCode: number,
});

const storageClass: Shape = {
  kind: 'string',
  oneOf: [
    ...['STANDARD', 'REDUCED_REDUNDANCY', 'STANDARD_IA', 'ONEZONE_IA', 'INTELLIGENT_TIERING', 'GLACIER'],
    ...['DEEP_ARCHIVE', 'OUTPOSTS', 'GLACIER_IR', 'SNOW', 'EXPRESS_ONEZONE', 'FSX_OPENZFS', 'FSX_ONTAP'],
  ],
};
const stored: Members = {
  ...texts('AcceptRanges', 'CacheControl', 'ContentEncoding', 'ContentType', 'ETag', 'LastModified', 'VersionId'),
  ...{ ContentLength: number, DeleteMarker: flag, Metadata: map, StorageClass: storageClass, Body: 'any' },
};
const listed = object({
  ...{ Contents: list(object({ ...texts('ETag', 'Key', 'LastModified'), Size: number, StorageClass: storageClass })) },
  ...{ IsTruncated: flag, KeyCount: number, MaxKeys: number, ...texts('Name', 'Prefix', 'NextContinuationToken') },
});

const blob: Shape = { kind: 'string', least: 1 };
const configured = object({
  ...texts('FunctionName', 'FunctionArn', 'Runtime', 'Role', 'Handler', 'Description', 'LastModified', 'Version'),
  ...{
    MemorySize: { kind: 'number', least: 128, most: 10_240 },
    Timeout: { kind: 'number', least: 1 },
    CodeSize: number,
  },
});

/** What services answer, by the integration (their API references). */
export const resultShapes: Readonly<Record<string, Shape>> = {
  ...keyed('dynamodb', dynamodb),
  ...keyed('aws-sdk:dynamodb', dynamodb),
  ...{ 'sqs:sendMessage': sent, 'aws-sdk:sqs:sendMessage': sent },
  ...{ 'sns:publish': published, 'aws-sdk:sns:publish': published },
  ...{ 'events:putEvents': put, 'aws-sdk:eventbridge:putEvents': put },
  ...{ 'states:startExecution': started, 'aws-sdk:sfn:startExecution': started },
  ...{ 'lambda:invoke': invoked, 'aws-sdk:lambda:invoke': invoked },
  'aws-sdk:s3:getObject': object(stored),
  'aws-sdk:s3:headObject': object(stored),
  'aws-sdk:s3:putObject': object(texts('ETag', 'Expiration', 'VersionId')),
  'aws-sdk:s3:listObjectsV2': listed,
  'aws-sdk:kms:encrypt': object({ CiphertextBlob: blob, ...texts('KeyId', 'EncryptionAlgorithm') }),
  'aws-sdk:kms:decrypt': object({ Plaintext: blob, ...texts('KeyId', 'EncryptionAlgorithm') }),
  'aws-sdk:kms:generateDataKey': object({ CiphertextBlob: blob, Plaintext: blob, KeyId: text }),
  'aws-sdk:lambda:getFunction': object({ Configuration: configured, Code: map, Tags: map }),
  'aws-sdk:lambda:getFunctionConfiguration': configured,
};

function keyed(service: string, actions: Members): Members {
  return Object.fromEntries(Object.entries(actions).map(([action, shape]) => [`${service}:${action}`, shape]));
}
