import { toHistoryEvent } from '../history/event-record.ts';
import { withoutData } from '../history/without-data.ts';
import { ExecutionNotRedrivable, redrive, whyNotRedrivable } from '../run/redrive.ts';
import { ApiError } from './api-error.ts';
import { listedAt } from './listed-at.ts';
import { describedChild, labelOf, listChildren, parentOf } from './map-children.ts';
import type { Operation } from './operation.ts';
import { pageOf } from './page-of.ts';
import { hostOf, startMachine } from './start-machine.ts';
import { shown } from './state-machines.ts';
import { syncAnswer } from './sync-answer.ts';
import { versionArn } from './versions.ts';
import type { Started } from './world.ts';

// In the order in which AWS tells them.
const statuses = ['SUCCEEDED', 'TIMED_OUT', 'PENDING_REDRIVE', 'ABORTED', 'FAILED', 'RUNNING'];
const included = { included: true };

const startExecution: Operation = (fields, world) => {
  const { execution } = startMachine(world, {
    arn: fields.text('stateMachineArn', { most: 256 }),
    name: fields.maybeText('name', { least: 1, most: 80 }),
    input: fields.maybeText('input', { most: 262_144 }) ?? '{}',
  });
  return { executionArn: execution.executionArn, startDate: execution.startDate };
};

const startSyncExecution: Operation = async (fields, world) => {
  const arn = fields.text('stateMachineArn', { most: 256 });
  const { machine } = world.resolve(arn.replace(/#.*$/, ''));
  if (machine.type !== 'EXPRESS')
    throw new ApiError('StateMachineTypeNotSupported', 'This operation is not supported by this type of state machine');
  const started = startMachine(world, {
    arn,
    name: fields.maybeText('name', { least: 1, most: 80 }),
    input: fields.maybeText('input', { most: 262_144 }) ?? '{}',
  });
  const { executionArn, name, result } = started.execution;
  return { executionArn, stateMachineArn: machine.arn, name, input: started.input, ...syncAnswer(await result) };
};

const describeExecution: Operation = (fields, world) => {
  const executionArn = fields.text('executionArn', { most: 256 });
  const child = world.children.get(executionArn);
  if (child) return describedChild(child);
  const started = world.execution(executionArn);
  const standing = world.journal.describe(executionArn);
  if (!standing) throw new ApiError('ExecutionDoesNotExist', `Execution Does Not Exist: '${executionArn}'`);
  const { start, end, redriveCount, redrivenAt } = standing;
  const reason = whyNotRedrivable(standing, world.clock.now());
  return {
    ...{ executionArn, stateMachineArn: start.stateMachineArn, name: start.name, status: end?.status ?? 'RUNNING' },
    startDate: new Date(start.startedAt),
    ...(end && { stopDate: new Date(end.stoppedAt) }),
    ...{ input: started.input, inputDetails: included },
    ...(end?.output !== undefined && { output: JSON.stringify(end.output), outputDetails: included }),
    ...(end?.error !== undefined && { error: end.error }),
    ...(end?.cause !== undefined && { cause: end.cause }),
    ...qualifiers(started),
    redriveCount,
    ...(redrivenAt !== undefined && { redriveDate: new Date(redrivenAt) }),
    redriveStatus: reason === undefined ? 'REDRIVABLE' : 'NOT_REDRIVABLE',
    ...(reason !== undefined && { redriveStatusReason: reason }),
  };
};

function qualifiers({ machine, version, alias }: Started): object {
  return {
    ...(version !== undefined && { stateMachineVersionArn: versionArn(machine, version) }),
    ...(alias !== undefined && { stateMachineAliasArn: `${machine.arn}:${alias}` }),
  };
}

const describeStateMachineForExecution: Operation = (fields, world) => {
  const executionArn = fields.text('executionArn', { most: 256 });
  const child = world.children.get(executionArn);
  // The machine of a child execution is that of its Map Run.
  const { machine, revision } = world.execution(child ? parentOf(child, world) : executionArn);
  return {
    ...{ stateMachineArn: machine.arn, name: machine.name },
    updateDate: new Date(machine.updatedAt),
    ...shown(revision),
    ...(child && { mapRunArn: child.facts.mapRunArn, label: labelOf(child) }),
  };
};

const stopExecution: Operation = async (fields, world) => {
  const error = fields.maybeText('error', { most: 256 });
  const cause = fields.maybeText('cause', { most: 32_768 });
  const executionArn = fields.text('executionArn', { most: 256 });
  const reason = { ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) };
  const child = world.children.get(executionArn);
  if (child) {
    await child.stop(reason);
    return { stopDate: new Date(child.end?.stoppedAt ?? world.clock.now()) };
  }
  const { execution } = world.execution(executionArn);
  execution.stop(reason);
  return { stopDate: (await execution.result).stopDate };
};

const redriveExecution: Operation = (fields, world) => {
  const executionArn = fields.text('executionArn', { most: 256 });
  const started = world.execution(executionArn);
  try {
    const execution = redrive(world.journal, executionArn, {
      ...hostOf(world),
      clock: world.clock,
      ...(started.mockTask && { mockTask: started.mockTask }),
    });
    world.executions.set(executionArn, { ...started, execution });
  } catch (problem) {
    if (!(problem instanceof ExecutionNotRedrivable)) throw problem;
    throw new ApiError('ExecutionNotRedrivable', problem.message);
  }
  return { redriveDate: world.now() };
};

const listExecutions: Operation = (fields, world) => {
  const arn = fields.maybeText('stateMachineArn', { least: 1, most: 256 });
  const mapRunArn = fields.maybeText('mapRunArn', { least: 1, most: 2000 });
  if (arn === undefined && mapRunArn === undefined)
    throw new ApiError(
      'ValidationException',
      '1 validation error detected: Must provide a StateMachine ARN or MapRun ARN',
    );
  if (arn !== undefined && mapRunArn !== undefined)
    throw new ApiError('ValidationException', 'Only one of stateMachineArn and mapRunArn can be specified');
  const status = fields.maybeText('statusFilter', { oneOf: statuses });
  const redriven = fields.maybeText('redriveFilter', { oneOf: ['REDRIVEN', 'NOT_REDRIVEN'] });
  if (mapRunArn !== undefined) return listChildren(fields, world, mapRunArn);
  if (status === 'PENDING_REDRIVE')
    throw new ApiError('ValidationException', 'PENDING_REDRIVE can be filtered for only with a mapRunArn');
  const { machine, qualifier } = world.resolve(arn ?? '');
  if (machine.type === 'EXPRESS')
    throw new ApiError('StateMachineTypeNotSupported', 'This operation is not supported by this type of state machine');
  const standingOf = ({ execution }: Started) => world.journal.describe(execution.executionArn);
  const all = [...world.executions.values()].reverse().filter((one) => {
    const isAsked = qualifier === undefined || [one.alias, String(one.version)].includes(qualifier);
    return one.machine === machine && isAsked;
  });
  const { page, next } = pageOf(fields, all, {
    ...{ name: 'executions', longestToken: 3096 },
    keyOf: ({ execution }) => execution.executionArn,
    shows: (one) =>
      (redriven === undefined || (redriven === 'REDRIVEN') === (standingOf(one)?.redriveCount ?? 0) > 0) &&
      (status === undefined || one.execution.status() === status),
    instantOf: ({ execution }, asOf) => listedAt(world.journal, execution, asOf),
  });
  const executions = page.map((started) => {
    const { executionArn, name, startDate } = started.execution;
    const standing = standingOf(started);
    const stopDate = standing?.end && { stopDate: new Date(standing.end.stoppedAt) };
    const shownDate = standing?.redrivenAt !== undefined && { redriveDate: new Date(standing.redrivenAt) };
    const status = started.execution.status();
    return {
      ...{ executionArn, name, startDate, status, stateMachineArn: machine.arn },
      ...stopDate,
      ...shownDate,
      ...qualifiers(started),
      redriveCount: standing?.redriveCount ?? 0,
    };
  });
  return { executions, ...next };
};

const getExecutionHistory: Operation = (fields, world) => {
  const executionArn = fields.text('executionArn', { most: 256 });
  const child = world.children.get(executionArn);
  if (!child) world.execution(executionArn);
  const reverse = fields.flag('reverseOrder') ?? false;
  const withData = fields.flag('includeExecutionData') ?? true;
  const list = { name: 'history', keyOf: ({ id }: { readonly id: number }) => String(id) };
  if (child) {
    const history = reverse ? child.history().reverse() : child.history();
    const { page, next } = pageOf(fields, history, list);
    return { events: withData ? page : page.map(withoutData), ...next };
  }
  const events = world.journal.events(executionArn, { limit: Number.MAX_SAFE_INTEGER, reverse });
  const { page, next } = pageOf(fields, events, list);
  const shownEvents = page.map(toHistoryEvent);
  return { events: withData ? shownEvents : shownEvents.map(withoutData), ...next };
};

/** Operations on executions. */
export const executionOperations = {
  StartExecution: startExecution,
  StartSyncExecution: startSyncExecution,
  DescribeExecution: describeExecution,
  DescribeStateMachineForExecution: describeStateMachineForExecution,
  StopExecution: stopExecution,
  RedriveExecution: redriveExecution,
  ListExecutions: listExecutions,
  GetExecutionHistory: getExecutionHistory,
} as const;
