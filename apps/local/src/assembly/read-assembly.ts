import { existsSync } from 'node:fs';
import { isJsonObject } from '../json/json-object.ts';
import {
  type Assembly,
  AssemblyUnreadable,
  type LambdaFunction,
  localAccount,
  type StateMachine,
  type Table,
} from './assembly.ts';
import { withSecrets } from './generated-secret.ts';
import { readSynthesizedStack } from './read-synthesized-stack.ts';
import { type StackResource, stackResources } from './stack-resources.ts';
import { readStageNote } from './stage-note.ts';

/**
 * Reads what `cdk synth` left in a folder and resolves it for this machine. `parameters` are the stack's, by name;
 * those that are left out take the template's defaults.
 *
 * @throws AssemblyUnreadable when something is missing or cannot be resolved; the message names resource and property
 */
export function readAssembly(directory: string, parameters: Readonly<Record<string, string>> = {}): Assembly {
  const stack = readSynthesizedStack(directory);
  const resources = stackResources(stack, parameters);
  const ofType = (type: string) => resources.filter((resource) => resource.type === type);
  const machines = ofType('AWS::StepFunctions::StateMachine');
  const cancelling = machines.filter(cancels);
  const [machine, ...others] = machines.filter((one) => !cancelling.includes(one));
  if (!machine || others.length > 0) {
    throw new AssemblyUnreadable(`${stack.name}: expected one state machine, found ${machine ? 'more' : 'none'}`);
  }
  if (cancelling.length > 1)
    throw new AssemblyUnreadable(`${stack.name}: expected one state machine that cancels, found more`);
  const [cancellation] = cancelling;
  const describeMachine = (one: StackResource): StateMachine => ({
    logicalId: one.logicalId,
    name: one.name,
    arn: one.attribute('Arn'),
    type: one.property('StateMachineType') === 'EXPRESS' ? 'EXPRESS' : 'STANDARD',
    roleArn: roleArnOf(one),
    definition: definitionOf(one),
    synthesizedAt: stack.synthesizedAt,
  });
  return {
    stateMachine: describeMachine(machine),
    ...(cancellation && { cancellation: describeMachine(cancellation) }),
    functions: ofType('AWS::Lambda::Function')
      .filter(runsOnNode)
      .map((resource) => describeFunction(resource, stack.assetPaths)),
    topics: ofType('AWS::SNS::Topic').map((topic) => ({ name: topic.name, arn: topic.attribute('TopicArn') })),
    queues: ofType('AWS::SQS::Queue').map((queue) => ({
      name: queue.name,
      arn: queue.attribute('Arn'),
      url: queue.attribute('QueueUrl'),
    })),
    tables: [...ofType('AWS::DynamoDB::Table'), ...ofType('AWS::DynamoDB::GlobalTable')].map(describeTable),
  };
}

/** What a template says of a state machine that cancels orders (infra/src/constructs/cancellation-machine.ts). */
function cancels({ metadata }: StackResource): boolean {
  return metadata?.['OrderWorkflow::Machine'] === 'cancellation';
}

/** Encryption, backups and how it is paid for are AWS's own: a table here has its keys and indexes. */
function describeTable(table: StackResource): Table {
  const definition: Record<string, unknown> = {};
  for (const name of ['AttributeDefinitions', 'KeySchema', 'LocalSecondaryIndexes', 'GlobalSecondaryIndexes'] as const)
    if (table.property(name) !== undefined) definition[name] = table.property(name);
  return { name: table.name, arn: table.attribute('Arn'), definition };
}

/** A role permits and refuses nothing here, so a template that keeps none, as that of an earlier release, runs too. */
function roleArnOf(machine: StackResource): string {
  try {
    const roleArn = machine.property('RoleArn');
    if (typeof roleArn === 'string') return roleArn;
  } catch (problem) {
    if (!(problem instanceof AssemblyUnreadable)) throw problem;
  }
  return `arn:aws:iam::${localAccount.accountId}:role/${machine.name}`;
}

function definitionOf(machine: StackResource): string {
  const asText = machine.property('DefinitionString');
  if (typeof asText === 'string') return asText;
  const asObject = machine.property('Definition');
  if (isJsonObject(asObject)) return JSON.stringify(asObject);
  throw new AssemblyUnreadable(`${machine.logicalId}: has neither DefinitionString nor Definition`);
}

/** The CDK adds functions of its own to some stacks; what this host can run is Node's. */
function runsOnNode(resource: StackResource): boolean {
  return String(resource.property('Runtime')).startsWith('nodejs');
}

function describeFunction(resource: StackResource, assetPaths: ReadonlyMap<string, string>): LambdaFunction {
  const { logicalId, name } = resource;
  const environment = resource.property('Environment');
  const stage = readStageNote(resource.metadata);
  const variables = isJsonObject(environment) ? environment['Variables'] : undefined;
  return {
    logicalId,
    name,
    arn: resource.attribute('Arn'),
    codeDirectory: codeDirectory(resource, assetPaths),
    handler: String(resource.property('Handler')),
    // Lambda's own defaults (CloudFormation, AWS::Lambda::Function).
    timeoutSeconds: Number(resource.property('Timeout') ?? 3),
    memoryMb: Number(resource.property('MemorySize') ?? 128),
    environment: Object.fromEntries(
      Object.entries(isJsonObject(variables) ? variables : {}).map(([key, value]) => [
        key,
        withSecrets(String(value), `${logicalId}.Environment.Variables.${key}`),
      ]),
    ),
    ...(stage && { stage }),
  };
}

function codeDirectory(resource: StackResource, assetPaths: ReadonlyMap<string, string>): string {
  const code = resource.property('Code');
  const key = isJsonObject(code) ? String(code['S3Key'] ?? '') : '';
  const path = assetPaths.get(key.replace(/^.*\//, '').replace(/\.zip$/, ''));
  if (path === undefined) throw new AssemblyUnreadable(`${resource.logicalId}.Code: no asset has the key "${key}"`);
  if (!existsSync(path)) throw new AssemblyUnreadable(`${resource.logicalId}.Code: ${path} does not exist`);
  return path;
}
