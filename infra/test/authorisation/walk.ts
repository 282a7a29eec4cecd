import { account, type DeployedTemplate, region } from './deployed-template.ts';
import { isAllowed } from './evaluate.ts';
import { type Call, list } from './policy.ts';

/** A call that a service or a role makes when the stack does its work, as that caller makes it. */
export interface Walk {
  /** `Alarm → Topic: sns:Publish`, for people. */
  readonly name: string;
  readonly allowed: boolean;
}

/** What every call over TLS carries. */
export const secure = { 'aws:SecureTransport': 'true' };

interface Delivery {
  readonly caller: string;
  readonly context: Call['context'];
  /** What the call to the key carries. */
  readonly key: Call['context'];
}

/** To the topic, and to the key that encrypts it. */
export function publishing(
  stack: DeployedTemplate,
  from: string,
  { topic, ...delivery }: Delivery & { topic: string },
) {
  const { caller, context, key } = delivery;
  const ofTopic = { ...key, 'kms:EncryptionContext:aws:sns:topicArn': topic };
  return [
    walk(stack, from, { caller, action: 'sns:Publish', resource: topic, context }),
    ...using(stack, from, stack.keyOf(topic), { caller, context: ofTopic }),
  ];
}

/** To the queue, and to the key that encrypts it. */
export function sending(stack: DeployedTemplate, from: string, { queue, ...delivery }: Delivery & { queue: string }) {
  const { caller, context, key } = delivery;
  const ofQueue = { ...key, 'kms:EncryptionContext:aws:sqs:arn': queue };
  return [
    walk(stack, from, { caller, action: 'sqs:SendMessage', resource: queue, context }),
    ...using(stack, from, stack.keyOf(queue), { caller, context: ofQueue }),
  ];
}

/**
 * In the table, and with the key that encrypts it, which DynamoDB uses as whoever asks.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html
 */
export function keeping(stack: DeployedTemplate, from: string, { caller, table }: { caller: string; table: string }) {
  const ofTable = {
    ...secure,
    'kms:ViaService': `dynamodb.${region}.amazonaws.com`,
    'kms:EncryptionContext:aws:dynamodb:tableName': table.split('/').at(-1) ?? '',
    'kms:EncryptionContext:aws:dynamodb:subscriberId': account,
  };
  return [
    ...['GetItem', 'PutItem'].map((action) =>
      walk(stack, from, { caller, action: `dynamodb:${action}`, resource: table, context: secure }),
    ),
    ...using(stack, from, stack.keyOf(table), { caller, context: ofTable }),
  ];
}

/** What whoever writes under a key needs of it. */
export const keyActions = ['kms:Decrypt', 'kms:GenerateDataKey'];

export function using(
  stack: DeployedTemplate,
  from: string,
  key: string | undefined,
  call: Pick<Call, 'caller' | 'context'>,
) {
  return key === undefined ? [] : keyActions.map((action) => walk(stack, from, { ...call, action, resource: key }));
}

export function assuming(
  stack: DeployedTemplate,
  from: string,
  { caller, role, context }: { readonly caller: string; readonly role: string; readonly context: Call['context'] },
): readonly Walk[] {
  const trust = stack.byArn(role)?.properties.AssumeRolePolicyDocument;
  const call = { caller, action: 'sts:AssumeRole', resource: role, context };
  return [{ name: nameOf(from, call), allowed: isAllowed(call, { resource: trust }) }];
}

export function walk(stack: DeployedTemplate, from: string, call: Call): Walk {
  const identity = call.caller.startsWith('arn:') ? stack.identityOf(call.caller) : [];
  const resource = stack.policyOf(call.resource);
  return { name: nameOf(from, call), allowed: isAllowed(call, { identity, ...(resource && { resource }) }) };
}

function nameOf(from: string, { caller, action, resource }: Call): string {
  return `${from} → ${list(resource.split(':')).at(-1)}: ${action} by ${caller.split('/').at(-1)}`;
}
