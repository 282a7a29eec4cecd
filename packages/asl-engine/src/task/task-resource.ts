import type { TaskContext } from '../host/task-handler.ts';

/** What the Resource of a Task state names. */
export type TaskResource =
  | { readonly kind: 'function'; readonly arn: string }
  | { readonly kind: 'activity'; readonly arn: string }
  | {
      readonly kind: 'integration';
      readonly arn: string;
      /** What a host registers it by, as `sqs:sendMessage`. */
      readonly key: string;
      /** As the history shows it: `sqs` and `sendMessage.waitForTaskToken`. */
      readonly resourceType: string;
      readonly resource: string;
      readonly pattern: TaskContext['pattern'];
    };

const integration =
  /^arn:[a-z-]+:states:[a-z0-9-]*:\d*:((?:aws-sdk:)?[A-Za-z0-9-]+):([A-Za-z0-9]+)(\.sync:2|\.sync|\.waitForTaskToken)?$/;

// A name, and a version or an alias (Lambda API reference, "FunctionName").
const lambdaFunction = /^arn:[a-z-]+:lambda:[^:]*:\d*:function:[\w-]{1,140}(?::(?:\$LATEST|[\w-]+))?$/;

/** Reads a Resource; undefined when it is no ARN that Step Functions can call. */
export function parseTaskResource(arn: string): TaskResource | undefined {
  if (lambdaFunction.test(arn)) return { kind: 'function', arn };
  if (/^arn:[a-z-]+:states:[^:]*:\d*:activity:.+$/.test(arn)) return { kind: 'activity', arn };
  const [, resourceType, action, suffix = ''] = integration.exec(arn) ?? [];
  if (resourceType === undefined || action === undefined) return undefined;
  const pattern = (suffix.slice(1) || 'request') as TaskContext['pattern'];
  return {
    kind: 'integration',
    arn,
    key: `${resourceType}:${action}`,
    resourceType,
    resource: action + suffix,
    pattern,
  };
}

type Pattern = (TaskResource & { readonly kind: 'integration' })['pattern'];

const callback = ['request', 'waitForTaskToken'];
const job = ['request', 'sync'];
const all = ['request', 'sync', 'waitForTaskToken'];

/** How each service can be asked (Developer Guide, "Integrating optimized services"). */
const services: Readonly<Record<string, readonly string[]>> = {
  ...{ lambda: callback, sqs: callback, sns: callback, events: callback, apigateway: callback },
  ...{ batch: job, glue: job, sagemaker: job, elasticmapreduce: job, 'emr-containers': job, 'emr-serverless': job },
  ...{ codebuild: job, athena: job, databrew: job, mediaconvert: job },
  ...{ ecs: all, eks: all, bedrock: all, states: [...all, 'sync:2'] },
  ...{ dynamodb: ['request'], http: ['request'] },
};

/** True when Step Functions can ask the service so. Every action of `aws-sdk:…` can be asked for, and wait for a callback. */
export function canBeAsked(service: string, pattern: Pattern): boolean {
  if (service.startsWith('aws-sdk:')) return callback.includes(pattern);
  return Object.hasOwn(services, service) && (services[service] ?? []).includes(pattern);
}
