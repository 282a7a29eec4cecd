import type { TaskResource } from './task-resource.ts';

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
