import { isDeepStrictEqual } from 'node:util';
import { DefinitionInvalid } from '../definition/definition-invalid.ts';
import type { Diagnostic } from '../definition/definition-report.ts';
import type { MachineDefinition } from '../run/machine-definition.ts';
import { parseDefinition } from '../run/parse-definition.ts';
import { ApiError } from './api-error.ts';
import { checkExpress } from './check-express.ts';
import { readEncryption } from './encryption.ts';
import { checkedName, checkedRole } from './names.ts';
import type { Operation } from './operation.ts';
import { pageOf } from './page-of.ts';
import { partitionOf } from './partition.ts';
import type { RequestFields } from './request-fields.ts';
import { defaultSettings, settingNames, settingsOf } from './settings.ts';
import { readTags } from './tags.ts';
import { variableReferences } from './variable-references.ts';
import { publish, versionArn } from './versions.ts';
import type { Machine, Revision, World } from './world.ts';

/** The definition as a machine; a definition that AWS refuses is InvalidDefinition, with the first finding in AWS's form. */
export function compiledDefinition(text: string, type: Machine['type'] = 'STANDARD'): MachineDefinition {
  try {
    const compiled = parseDefinition(text);
    if (type === 'EXPRESS') checkExpress(compiled.source);
    return compiled;
  } catch (problem) {
    if (!(problem instanceof DefinitionInvalid)) throw problem;
    const first = problem.diagnostics.find(({ severity }) => severity === 'ERROR');
    throw invalidDefinition(first);
  }
}

// Where it is no JSON, the message says itself where.
function invalidDefinition(first: Diagnostic | undefined): ApiError {
  const place = first?.code === 'INVALID_JSON_DESCRIPTION' || !first?.location ? '' : ` at ${first.location}`;
  return new ApiError(
    'InvalidDefinition',
    `Invalid State Machine Definition: '${first?.code}: ${first?.message}${place}'`,
  );
}

function checkDescription(fields: RequestFields): void {
  if (fields.has('versionDescription') && fields.flag('publish') !== true)
    throw new ApiError('ValidationException', 'Version description can only be set when publish is true');
}

const createStateMachine: Operation = (fields, world, { region }) => {
  const name = checkedName(fields.text('name', { most: 80 }));
  const definition = fields.text('definition', { most: 1_048_576 });
  const roleArn = checkedRole(fields.text('roleArn', { most: 256 }));
  const type = fields.maybeText('type', { oneOf: ['STANDARD', 'EXPRESS'] }) === 'EXPRESS' ? 'EXPRESS' : 'STANDARD';
  const settings = settingsOf(fields);
  const published = fields.flag('publish') === true;
  checkDescription(fields);
  const tags = readTags(fields.objects('tags') ?? []);
  const compiled = compiledDefinition(definition, type);
  const arn = `arn:${partitionOf(region)}:states:${region}:${world.account}:stateMachine:${name}`;
  const existing = world.machines.get(arn);
  if (existing)
    return answerAgain(existing, { definition, type, settings }, published, fields.maybeText('versionDescription'));
  const now = world.clock.now();
  const revision: Revision = { revisionId: undefined, definition, compiled, roleArn, settings };
  const machine: Machine = {
    arn,
    name,
    type,
    createdAt: now,
    updatedAt: now,
    revision,
    versions: [],
    nextVersion: 1,
    aliases: new Map(),
  };
  world.machines.set(arn, machine);
  world.tags.set(arn, tags);
  const version = published ? publish(machine, fields.maybeText('versionDescription', { most: 256 }), now) : undefined;
  return {
    stateMachineArn: arn,
    creationDate: new Date(now),
    ...(version && { stateMachineVersionArn: versionArn(machine, version.number) }),
  };
};

// The same request again is answered again, whatever its role and tags; another one of the name is refused (API reference,
// "CreateStateMachine").
function answerAgain(
  machine: Machine,
  given: Pick<Revision, 'definition' | 'settings'> & Pick<Machine, 'type'>,
  published: boolean,
  description: string | undefined,
): object {
  const { definition, settings } = machine.revision;
  const version = published ? machine.versions.find(({ revision }) => revision === machine.revision) : undefined;
  const isOther = version !== undefined && version.description !== description;
  if (isOther || !isDeepStrictEqual(given, { definition, type: machine.type, settings }))
    throw new ApiError('StateMachineAlreadyExists', `State Machine Already Exists: '${machine.arn}'`);
  return {
    stateMachineArn: machine.arn,
    creationDate: new Date(machine.createdAt),
    ...(version && { stateMachineVersionArn: versionArn(machine, version.number) }),
  };
}

const updateStateMachine: Operation = (fields, world) => {
  const arn = fields.text('stateMachineArn', { most: 256 });
  // What a member must be is looked at before there must be a machine; whether members fit, after it (recorded).
  const encryption = readEncryption(fields);
  const machine = world.machine(arn);
  const definition = fields.maybeText('definition', { least: 1 });
  checkDescription(fields);
  const changed = ['definition', 'roleArn', ...settingNames].filter((field) => fields.has(field));
  if (changed.length === 0)
    throw new ApiError(
      'MissingRequiredParameter',
      'Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be specified',
    );
  const earlier = machine.revision;
  const settings = settingsOf(fields, earlier.settings);
  if (encryption && definition === undefined)
    throw new ApiError(
      'MissingRequiredParameter',
      'The definition must be specified when updating the EncryptionConfiguration',
    );
  const revision = {
    revisionId: world.uuid(),
    definition: definition ?? earlier.definition,
    compiled: definition === undefined ? earlier.compiled : compiledDefinition(definition, machine.type),
    roleArn: fields.has('roleArn') ? checkedRole(fields.text('roleArn', { most: 256 })) : earlier.roleArn,
    settings,
  };
  const now = world.clock.now();
  // What changes nothing is no revision.
  const isNew = !isDeepStrictEqual(contentOf(revision), contentOf(earlier));
  if (isNew) machine.revision = revision;
  machine.updatedAt = now;
  const version = fields.flag('publish')
    ? publish(machine, fields.maybeText('versionDescription', { most: 256 }), now)
    : undefined;
  return {
    updateDate: new Date(now),
    ...(machine.revision.revisionId !== undefined && { revisionId: machine.revision.revisionId }),
    ...(version && { stateMachineVersionArn: versionArn(machine, version.number) }),
  };
};

function contentOf({ definition, roleArn, settings }: Revision): object {
  return { definition, roleArn, settings };
}

const deleteStateMachine: Operation = (fields, world) => {
  const { machine } = existingOrNone(world, fields.text('stateMachineArn', { most: 256 }));
  if (machine) {
    world.machines.delete(machine.arn);
    world.tags.delete(machine.arn);
    for (const { execution, machine: of } of world.executions.values()) if (of === machine) execution.stop();
  }
  return {};
};

// Deleting what is not there succeeds (API reference, "DeleteStateMachine").
function existingOrNone(world: World, arn: string): { readonly machine?: Machine } {
  try {
    return { machine: world.machine(arn) };
  } catch (problem) {
    if (problem instanceof ApiError && problem.code === 'StateMachineDoesNotExist') return {};
    throw problem;
  }
}

const describeStateMachine: Operation = (fields, world) => {
  const arn = fields.text('stateMachineArn', { most: 256 });
  const { machine, revision, version } = world.choose(arn);
  const metadataOnly = fields.maybeText('includedData', { oneOf: ['ALL_DATA', 'METADATA_ONLY'] }) === 'METADATA_ONLY';
  const described = machine.versions.find(({ number }) => number === version)?.description;
  return {
    stateMachineArn: arn,
    name: machine.name,
    type: machine.type,
    status: 'ACTIVE',
    creationDate: new Date(machine.createdAt),
    ...shown(revision),
    ...(metadataOnly && { definition: '{}' }),
    ...(described !== undefined && { description: described }),
  };
};

/** A revision as the descriptions show it. */
export function shown({ definition, compiled, roleArn, settings, revisionId }: Revision): object {
  return {
    definition,
    roleArn,
    ...defaultSettings,
    ...settings,
    ...variableReferences(compiled.source),
    ...(revisionId !== undefined && { revisionId }),
  };
}

const listStateMachines: Operation = (fields, world) => {
  const machines = [...world.machines.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
  const { page, next } = pageOf(fields, machines, { name: 'machines', keyOf: ({ arn }) => arn });
  const stateMachines = page.map(({ arn, name, type, createdAt }) => ({
    ...{ stateMachineArn: arn, name, type },
    creationDate: new Date(createdAt),
  }));
  return { stateMachines, ...next };
};

/** Operations on state machines. */
export const stateMachineOperations = {
  CreateStateMachine: createStateMachine,
  UpdateStateMachine: updateStateMachine,
  DeleteStateMachine: deleteStateMachine,
  DescribeStateMachine: describeStateMachine,
  ListStateMachines: listStateMachines,
} as const;
