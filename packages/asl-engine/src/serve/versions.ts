import { ApiError, missingResource } from './api-error.ts';
import { readArn } from './names.ts';
import type { Operation } from './operation.ts';
import { pageOf } from './page-of.ts';
import { readRoutes } from './read-routes.ts';
import type { RequestFields } from './request-fields.ts';
import type { Alias, Machine, Version, World } from './world.ts';

export function versionArn({ arn }: Machine, number: number): string {
  return `${arn}:${number}`;
}

/** How many versions and aliases a state machine may have (quotas page). */
const mostVersions = 1000;
const mostAliases = 100;

/**
 * Publishes the latest revision. One that is published already is not published again (API reference, "PublishStateMachineVersion"),
 * unless by another description (measured).
 */
export function publish(machine: Machine, description: string | undefined, createdAt: number): Version {
  const latest = machine.versions.at(-1);
  const isSame = description === undefined || description === latest?.description;
  if (latest?.revision === machine.revision && isSame) return latest;
  if (machine.versions.length >= mostVersions)
    throw new ApiError('ServiceQuotaExceededException', `A state machine has at most ${mostVersions} versions.`);
  const version = { number: machine.nextVersion++, description, revision: machine.revision, createdAt };
  machine.versions.push(version);
  return version;
}

const publishStateMachineVersion: Operation = (fields, world) => {
  const machine = world.machine(fields.text('stateMachineArn', { most: 256 }));
  const revisionId = fields.maybeText('revisionId');
  if (revisionId !== undefined && revisionId !== (machine.revision.revisionId ?? 'INITIAL'))
    throw new ApiError(
      'ConflictException',
      `Failed to publish the State Machine version for revision ${revisionId}. The current State Machine revision is ${machine.revision.revisionId ?? 'INITIAL'}.`,
    );
  const { number, createdAt } = publish(machine, fields.maybeText('description', { most: 256 }), world.clock.now());
  return { creationDate: new Date(createdAt), stateMachineVersionArn: versionArn(machine, number) };
};

const listStateMachineVersions: Operation = (fields, world) => {
  const arn = fields.text('stateMachineArn', { most: 256 });
  const { prefix, rest } = readArn(arn, 'stateMachine');
  const machine = rest.length === 1 ? world.machines.get(`${prefix}:stateMachine:${rest[0]}`) : undefined;
  // The only error that the API reference has for it.
  if (!machine) throw new ApiError('InvalidArn', `Invalid Arn: '${arn}'`);
  const { page, next } = pageOf(fields, [...machine.versions].reverse(), {
    ...{ name: 'versions', keyOf: ({ number }) => String(number) },
  });
  const stateMachineVersions = page.map(({ number, createdAt }) => ({
    stateMachineVersionArn: versionArn(machine, number),
    creationDate: new Date(createdAt),
  }));
  return { stateMachineVersions, ...next };
};

const deleteStateMachineVersion: Operation = (fields, world) => {
  const arn = fields.text('stateMachineVersionArn', { most: 2000 });
  const { prefix, rest } = readArn(arn, 'stateMachine');
  const number = Number(rest[1]);
  if (!Number.isInteger(number)) throw new ApiError('ValidationException', `'${arn}' is no ARN of a version.`);
  const machine = world.machines.get(`${prefix}:stateMachine:${rest[0]}`);
  if (!machine) return {};
  const users = [...machine.aliases.values()].filter(({ routes }) => routes.some(({ version }) => version === number));
  if (users.length > 0)
    throw new ApiError(
      'ConflictException',
      `Version to be deleted must not be referenced by an alias. Current list of aliases referencing this version: [${users.map(({ name }) => name).join(', ')}]`,
    );
  machine.versions = machine.versions.filter((one) => one.number !== number);
  return {};
};

const aliasArn = ({ arn }: Machine, { name }: Pick<Alias, 'name'>) => `${arn}:${name}`;

const createStateMachineAlias: Operation = (fields, world) => {
  const name = fields.text('name', { most: 80 });
  if (!/^(?=.*[a-zA-Z_\-.])[a-zA-Z0-9_\-.]+$/.test(name))
    throw new ApiError(
      'ValidationException',
      `1 validation error detected: Value '${name}' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: ^(?=.*[a-zA-Z_\\-\\.])[a-zA-Z0-9_\\-\\.]+$`,
    );
  const read = readRoutes(fields, world);
  if (!read)
    throw new ApiError(
      'ValidationException',
      "1 validation error detected: Value null at 'routingConfiguration' failed to satisfy constraint: Member must not be null",
    );
  const { machine, routes } = read;
  const description = fields.maybeText('description', { most: 256 });
  const existing = machine.aliases.get(name);
  if (existing && JSON.stringify([existing.routes, existing.description]) !== JSON.stringify([routes, description]))
    throw new ApiError(
      'ConflictException',
      `Failed to create alias because an alias with the same name and a different routing configuration already exists.`,
    );
  if (!existing && machine.aliases.size >= mostAliases)
    throw new ApiError('ServiceQuotaExceededException', `A state machine has at most ${mostAliases} aliases.`);
  const now = world.clock.now();
  const alias = existing ?? { name, description, routes, createdAt: now, updatedAt: now };
  machine.aliases.set(name, alias);
  return { stateMachineAliasArn: aliasArn(machine, alias), creationDate: new Date(alias.createdAt) };
};

function findAlias(
  fields: RequestFields,
  world: World,
): { readonly machine: Machine; readonly alias: Alias } | undefined {
  const arn = fields.text('stateMachineAliasArn', { most: 256 });
  const { prefix, rest } = readArn(arn, 'stateMachine');
  const machine = world.machines.get(`${prefix}:stateMachine:${rest[0]}`);
  const alias = machine?.aliases.get(rest[1] ?? '');
  return machine && alias && { machine, alias };
}

function aliasOf(fields: RequestFields, world: World): { readonly machine: Machine; readonly alias: Alias } {
  const found = findAlias(fields, world);
  if (found) return found;
  throw missingResource();
}

const describeStateMachineAlias: Operation = (fields, world) => {
  const { machine, alias } = aliasOf(fields, world);
  return {
    stateMachineAliasArn: aliasArn(machine, alias),
    name: alias.name,
    ...(alias.description !== undefined && { description: alias.description }),
    routingConfiguration: alias.routes.map(({ version, weight }) => ({
      stateMachineVersionArn: versionArn(machine, version),
      weight,
    })),
    creationDate: new Date(alias.createdAt),
    updateDate: new Date(alias.updatedAt),
  };
};

const updateStateMachineAlias: Operation = (fields, world) => {
  const { alias } = aliasOf(fields, world);
  const read = readRoutes(fields, world);
  const description = fields.maybeText('description', { most: 256 });
  if (!read && description === undefined)
    throw new ApiError(
      'ValidationException',
      'You must specify at least one of the description or routingConfiguration parameters to update a state machine alias.',
    );
  if (read) alias.routes = read.routes;
  if (description !== undefined) alias.description = description;
  alias.updatedAt = world.clock.now();
  return { updateDate: new Date(alias.updatedAt) };
};

// AWS answers an alias that is not there with success (recorded), though its reference names ResourceNotFound.
const deleteStateMachineAlias: Operation = (fields, world) => {
  const found = findAlias(fields, world);
  found?.machine.aliases.delete(found.alias.name);
  return {};
};

const listStateMachineAliases: Operation = (fields, world) => {
  const arn = fields.text('stateMachineArn', { most: 256 });
  const { prefix, rest } = readArn(arn, 'stateMachine');
  const [name, qualifier] = rest;
  const machine = world.machine(`${prefix}:stateMachine:${name}`);
  if (qualifier !== undefined && !machine.versions.some(({ number }) => String(number) === qualifier))
    throw missingResource();
  const all = [...machine.aliases.values()].filter(
    ({ routes }) => qualifier === undefined || routes.some(({ version }) => String(version) === qualifier),
  );
  const { page, next } = pageOf(fields, all, { name: 'aliases', keyOf: ({ name }) => name });
  const stateMachineAliases = page.map((alias) => ({
    stateMachineAliasArn: aliasArn(machine, alias),
    creationDate: new Date(alias.createdAt),
  }));
  return { stateMachineAliases, ...next };
};

/** Operations on versions and aliases. */
export const versionOperations = {
  PublishStateMachineVersion: publishStateMachineVersion,
  ListStateMachineVersions: listStateMachineVersions,
  DeleteStateMachineVersion: deleteStateMachineVersion,
  CreateStateMachineAlias: createStateMachineAlias,
  DescribeStateMachineAlias: describeStateMachineAlias,
  UpdateStateMachineAlias: updateStateMachineAlias,
  DeleteStateMachineAlias: deleteStateMachineAlias,
  ListStateMachineAliases: listStateMachineAliases,
} as const;
