import type { AwsService } from '@order-workflow/stage-kit/aws';
import { callDynamo, type DynamoAnswer } from '@order-workflow/stage-kit/dynamodb';
import { ApiUnavailable } from '../ports/api-unavailable.ts';
import { awsCallTimeoutMs } from './states-from-environment.ts';

/** A table of the API's own, and by which clock what it keeps expires. */
export interface ApiTable {
  readonly table: string;
  readonly service: AwsService;
  /** Milliseconds since the epoch. */
  readonly clock: { now(): number };
}

/** How the API's own tables are asked. All throw ApiUnavailable where DynamoDB does not answer, and TypeError where it refuses. */
export interface TableCalls {
  /** Reads consistently; gives the answer's body. */
  read(operation: string, input: object): Promise<Readonly<Record<string, unknown>>>;
  /** False where the condition did not hold. */
  write(operation: string, input: object): Promise<boolean>;
}

export function callTable({ table: TableName, service }: Pick<ApiTable, 'table' | 'service'>): TableCalls {
  const call = callDynamo(service);

  async function ask(operation: string, input: object): Promise<DynamoAnswer & { readonly kind: 'done' | 'refused' }> {
    const answer = await call(operation, { TableName, ...input }, AbortSignal.timeout(awsCallTimeoutMs));
    if (answer.kind === 'done' || answer.kind === 'refused') return answer;
    throw new ApiUnavailable(`DynamoDB: ${answer.detail}`);
  }

  return {
    async read(operation, input) {
      const answer = await ask(operation, { ConsistentRead: true, ...input });
      if (answer.kind === 'done') return answer.body;
      throw new TypeError(`table ${TableName} answered ${operation} with ${answer.error}`);
    },
    async write(operation, input) {
      const answer = await ask(operation, input);
      if (answer.kind === 'done') return true;
      if (answer.error === 'ConditionalCheckFailedException') return false;
      throw new TypeError(`table ${TableName} answered ${operation} with ${answer.error}`);
    },
  };
}
