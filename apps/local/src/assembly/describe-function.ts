import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { isJsonObject } from '../json/json-object.ts';
import { AssemblyUnreadable, type LambdaFunction } from './assembly.ts';
import type { StackResource } from './stack-resources.ts';
import { readStageNote } from './stage-note.ts';

/** The CDK adds functions of its own to some stacks; what this host can run is Node's. */
export function runsOnNode(resource: StackResource): boolean {
  return String(resource.property('Runtime')).startsWith('nodejs');
}

/** A function with everything that a host needs. */
export function describeFunction(resource: StackResource, assetPaths: ReadonlyMap<string, string>): LambdaFunction {
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

/** `arn:aws:lambda:region:account:function:name:qualifier` or `name:qualifier` → `name`. */
export function functionNameOf(nameOrArn: string): string {
  const parts = nameOrArn.split(':');
  return (nameOrArn.startsWith('arn:') ? parts[6] : parts[0]) ?? '';
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html */
const reference = /\{\{resolve:secretsmanager:(arn(?::[^:}]*){6}):SecretString:([^:}]*)(?::[^}]*)?\}\}/g;

/**
 * A text in which CloudFormation would put the values of secrets. Here a generated secret is one that anybody could make
 * out, of its ARN, so that it is the same at each start and in each copy of a data folder: what it guards lies there open.
 *
 * @throws AssemblyUnreadable when a part of a secret is asked for
 */
function withSecrets(text: string, at: string): string {
  return text.replaceAll(reference, (_, arn: string, part: string) => {
    if (part !== '') throw new AssemblyUnreadable(`${at}: cannot resolve "${part}" of a secret`);
    return createHash('sha256').update(arn).digest('hex');
  });
}
