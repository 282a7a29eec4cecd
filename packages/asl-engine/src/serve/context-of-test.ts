import { isoInstant } from '../json/instant.ts';
import { isJsonObject, type Json, type JsonObject } from '../json/json.ts';
import { ApiError } from './api-error.ts';
import { checkedRole } from './names.ts';
import type { RequestFields } from './request-fields.ts';
import { resourceOf, type TestedState } from './tested-state.ts';
import type { World } from './world.ts';

/** The role of a test that names none. */
const roleOfNone = 'arn:aws:iam::123456789012:role/TestState';

/** The role that a test names. Throws ApiError. */
export function roleOfTest(fields: RequestFields): string {
  return checkedRole(fields.maybeText('roleArn', { least: 1, most: 256 }) ?? roleOfNone);
}

/** The members that a context object may have, and of what type (Developer Guide, "Accessing the Context object"). */
const members: Readonly<Record<string, Readonly<Record<string, 'string' | 'number' | 'any'>>>> = {
  Execution: {
    ...{ Id: 'string', Input: 'any', Name: 'string', RoleArn: 'string', StartTime: 'string' },
    ...{ RedriveCount: 'number', RedriveTime: 'string' },
  },
  State: { EnteredTime: 'string', Name: 'string', RetryCount: 'number' },
  StateMachine: { Id: 'string', Name: 'string' },
  Task: { Token: 'string' },
};

/** Checks a context object that a test gives, in AWS's words. Throws ApiError, ValidationException. */
export function contextOfTest(given: JsonObject | undefined, tested: TestedState): JsonObject | undefined {
  for (const [name, part] of Object.entries(given ?? {})) {
    if (name === 'Map') throw invalid("'Map' field is not supported when mocking a Context object");
    const known = Object.hasOwn(members, name) ? members[name] : undefined;
    if (!known) throw invalid(`Field '${name}' is not allowed`);
    if (name === 'Task' && patternOf(tested) === 'request')
      throw invalid(
        "Context object contains 'Task' when state is not a Task state with a '.sync' or '.waitForTaskToken' service integration pattern",
      );
    if (!isJsonObject(part)) throw invalid(`${name} must be an object`);
    checkPart(name, part, known);
  }
  return given;
}

function checkPart(name: string, part: JsonObject, known: Readonly<Record<string, 'string' | 'number' | 'any'>>): void {
  for (const [field, value] of Object.entries(part)) {
    const kind = Object.hasOwn(known, field) ? known[field] : undefined;
    if (!kind) throw invalid(`Field '${field}' is not allowed`);
    if (kind !== 'any' && typeof value !== kind) throw invalid(`${name}.${field} must be a ${kind}`);
  }
}

function patternOf(tested: TestedState): string {
  const resource = resourceOf(tested);
  return resource?.kind === 'integration' ? resource.pattern : 'request';
}

/** The context object of a test that gives none: that of an EXPRESS execution of a machine that has no name (recorded). */
export function defaultContext(fields: RequestFields, tested: TestedState, world: World, input: Json): JsonObject {
  const { name, type } = tested;
  const [machine, execution, now] = [world.uuid(), world.uuid(), isoInstant(world.clock.now())];
  const prefix = `arn:aws:states:us-east-1:${world.account}`;
  const isTried = ['Task', 'Parallel', 'Map'].includes(type);
  return {
    Execution: {
      ...{ Id: `${prefix}:express:${machine}:${execution}`, Input: input, StartTime: now },
      ...{ Name: execution, RoleArn: roleOfTest(fields) },
    },
    StateMachine: { Id: `${prefix}:stateMachine:${machine}`, Name: machine },
    State: { Name: name, EnteredTime: now, ...(isTried && { RetryCount: 0 }) },
    ...(patternOf(tested) === 'waitForTaskToken' && { Task: { Token: world.uuid() } }),
  };
}

function invalid(what: string): ApiError {
  return new ApiError('ValidationException', `Invalid Context object provided: ${what}`);
}
