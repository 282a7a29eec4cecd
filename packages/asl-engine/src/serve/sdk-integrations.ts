import { TaskFailure } from '../host/task-failure.ts';
import type { TaskIntegration } from '../host/task-handler.ts';
import { isJsonObject, type Json, type JsonObject } from '../json/json.ts';
import { operations } from './answer-call.ts';
import { ApiError } from './api-error.ts';
import { RequestFields } from './request-fields.ts';
import type { World } from './world.ts';

/**
 * The integrations `aws-sdk:sfn:…`: the API of this server, asked from a state. Members are written in PascalCase there, dates as text,
 * and errors are named after the service (Developer Guide, "AWS SDK service integrations").
 */
export function sdkIntegrations(worldOf: (arn: string) => World): Readonly<Record<string, TaskIntegration>> {
  return Object.fromEntries(
    Object.entries(operations).map(([name, operation]): readonly [string, TaskIntegration] => [
      `aws-sdk:sfn:${name.slice(0, 1).toLowerCase()}${name.slice(1)}`,
      async (parameters, { stateMachineArn, signal }) => {
        const region = stateMachineArn.split(':')[3] ?? 'us-east-1';
        const fields = new RequestFields(renamed(parameters, lowerFirst) as JsonObject);
        try {
          return renamed(asJson(await operation(fields, worldOf(stateMachineArn), { region, signal })), upperFirst);
        } catch (problem) {
          if (!(problem instanceof ApiError)) throw problem;
          throw new TaskFailure(`Sfn.${problem.code.replace(/Exception$/, '')}Exception`, problem.message);
        }
      },
    ]),
  );
}

// A text that holds JSON for the API may be given as the JSON itself.
function renamed(value: Json, rename: (name: string) => string): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => renamed(item, rename));
  if (!isJsonObject(value)) return value;
  const members = Object.entries(value).map(([name, member]): readonly [string, Json] => [
    rename(name),
    texts.has(name) && typeof member !== 'string' ? JSON.stringify(member) : renamed(member, rename),
  ]);
  return Object.fromEntries(members);
}

const texts = new Set(['Input', 'Output', 'Definition']);

// Dates become texts.
function asJson(answer: object): Json {
  return JSON.parse(JSON.stringify(answer)) as Json;
}

function lowerFirst(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}

function upperFirst(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}
