import { isDeepStrictEqual } from 'node:util';
import { executionArnOfToken, TaskTimedOut } from '../execution/task-tokens.ts';
import type { Json } from '../json/json.ts';
import { jsonProblem } from '../json/json-problem.ts';
import type { Execution } from '../run/execution.ts';
import { ApiError } from './api-error.ts';
import { fittingEncryption, readEncryption } from './encryption.ts';
import { checkedName, readArn } from './names.ts';
import type { Operation } from './operation.ts';
import { pageOf } from './page-of.ts';
import { partitionOf } from './partition.ts';
import type { RequestFields } from './request-fields.ts';
import { readTags } from './tags.ts';
import type { ActivityFacts, World } from './world.ts';

const ownedKey = { encryptionConfiguration: { type: 'AWS_OWNED_KEY' } };

const createActivity: Operation = (fields, world, { region }) => {
  const name = checkedName(fields.text('name', { most: 80 }));
  const activityArn = `arn:${partitionOf(region)}:states:${region}:${world.account}:activity:${name}`;
  const tags = readTags(fields.objects('tags') ?? []);
  const encryption = fittingEncryption(readEncryption(fields));
  const existing = world.activityFacts.get(activityArn);
  // The same name again is the same request, whatever its tags; what encrypts it cannot be changed (API reference, "CreateActivity").
  if (existing && !isDeepStrictEqual({ ...ownedKey, ...encryption }, { ...ownedKey, ...existing.encryption }))
    throw new ApiError('ActivityAlreadyExists', `Activity Already Exists: '${activityArn}'`);
  const { createdAt } = existing ?? { createdAt: world.clock.now() };
  if (!existing) {
    world.tags.set(activityArn, tags);
    world.activityFacts.set(activityArn, { createdAt, encryption });
  }
  return { activityArn, creationDate: new Date(createdAt) };
};

function activityOf(fields: RequestFields, world: World): ActivityFacts & { readonly arn: string } {
  const arn = fields.text('activityArn', { most: 256 });
  readArn(arn, 'activity');
  const facts = world.activityFacts.get(arn);
  if (!facts) throw new ApiError('ActivityDoesNotExist', `Activity Does Not Exist: '${arn}'`);
  return { arn, ...facts };
}

const describeActivity: Operation = (fields, world) => {
  const { arn, createdAt, encryption } = activityOf(fields, world);
  const name = readArn(arn, 'activity').rest[0];
  return { activityArn: arn, name, creationDate: new Date(createdAt), ...ownedKey, ...encryption };
};

const deleteActivity: Operation = (fields, world) => {
  const arn = fields.text('activityArn', { most: 256 });
  readArn(arn, 'activity');
  world.activityFacts.delete(arn);
  world.tags.delete(arn);
  return {};
};

const listActivities: Operation = (fields, world) => {
  const { page, next } = pageOf(fields, [...world.activityFacts], { name: 'activities', keyOf: ([arn]) => arn });
  const activities = page.map(([activityArn, { createdAt }]) => ({
    activityArn,
    name: readArn(activityArn, 'activity').rest[0],
    creationDate: new Date(createdAt),
  }));
  return { activities, ...next };
};

/** How long a worker waits for a task (API reference, "GetActivityTask"), in milliseconds. */
const longPoll = 60_000;

const getActivityTask: Operation = async (fields, world, { signal }) => {
  const { arn } = activityOf(fields, world);
  const workerName = fields.maybeText('workerName', { least: 1, most: 80 });
  const until = world.clock.now() + longPoll;
  while (!signal.aborted && world.clock.now() < until) {
    const task = world.activities.take(arn, workerName);
    if (task) return { taskToken: task.taskToken, input: task.input };
    await world.clock.sleep(50);
  }
  return {};
};

function checkToken(token: string): string {
  const arn = executionArnOfToken(token);
  if (arn === undefined) throw new ApiError('InvalidToken', "Invalid Token: 'Invalid token'");
  return arn;
}

function executionOfToken(token: string, world: World): Execution {
  const arn = checkToken(token);
  const started = world.executions.get(arn);
  if (started) return started.execution;
  throw new ApiError('TaskDoesNotExist', 'Task does not exist');
}

function answer(fields: RequestFields, world: World, send: (execution: Execution, token: string) => void): object {
  const token = fields.text('taskToken', { most: 2048 });
  try {
    send(executionOfToken(token, world), token);
  } catch (problem) {
    if (!(problem instanceof TaskTimedOut)) throw problem;
    throw new ApiError('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'");
  }
  return {};
}

const sendTaskSuccess: Operation = (fields, world) => {
  const text = fields.text('output', { least: 0, most: 262_144 });
  // AWS looks at the token first.
  checkToken(fields.text('taskToken', { most: 2048 }));
  const output = readJson(text);
  return answer(fields, world, (execution, token) => execution.sendTaskSuccess(token, output));
};

function readJson(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError('InvalidOutput', `Invalid Output: '${jsonProblem(text).message}'`);
  }
}

const sendTaskFailure: Operation = (fields, world) => {
  const error = fields.maybeText('error', { most: 256 });
  const cause = fields.maybeText('cause', { most: 32_768 });
  const failure = { ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) };
  return answer(fields, world, (execution, token) => execution.sendTaskFailure(token, failure));
};

const sendTaskHeartbeat: Operation = (fields, world) =>
  answer(fields, world, (execution, token) => execution.sendTaskHeartbeat(token));

/** Operations on activities and task tokens. */
export const activityOperations = {
  CreateActivity: createActivity,
  DescribeActivity: describeActivity,
  DeleteActivity: deleteActivity,
  ListActivities: listActivities,
  GetActivityTask: getActivityTask,
  SendTaskSuccess: sendTaskSuccess,
  SendTaskFailure: sendTaskFailure,
  SendTaskHeartbeat: sendTaskHeartbeat,
} as const;
