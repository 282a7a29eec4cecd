import { isJsonObject } from '../json/json-object.ts';
import { AssemblyUnreadable, localAccount } from './assembly.ts';

/** What a value of a template may refer to. */
export interface References {
  /** What `Ref` gives for a resource or parameter; undefined when there is none of that name. */
  ref(logicalId: string): unknown;
  /** What `Fn::GetAtt` gives; undefined when the attribute is not known. */
  attribute(logicalId: string, name: string): unknown;
  /** Whether a condition holds; undefined when there is none of that name. */
  condition(name: string): boolean | undefined;
  /** What `Fn::FindInMap` gives. */
  mapping(map: string, first: string, second: string): unknown;
  /** What `Fn::GetStackOutput` gives, an output of another stack of the assembly; undefined where there is none. */
  output(name: string): unknown;
  readonly stackName: string;
}

type Intrinsic = (argument: unknown, references: References, at: string) => unknown;

/** Stands for a property that `AWS::NoValue` removes. */
const noValue = Symbol('AWS::NoValue');

/**
 * Resolves the intrinsic functions in a value of a CloudFormation template. `at` names the resource and the property,
 * for the message of an error.
 *
 * @throws AssemblyUnreadable for a function or a reference that is not known
 */
export function resolveValue(value: unknown, references: References, at: string): unknown {
  const resolved = resolve(value, references, at);
  return resolved === noValue ? undefined : resolved;
}

function resolve(value: unknown, references: References, at: string): unknown {
  if (Array.isArray(value)) {
    return value.map((item, index) => resolve(item, references, `${at}[${index}]`)).filter((item) => item !== noValue);
  }
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value);
  const [only] = entries;
  if (only && entries.length === 1 && (only[0] === 'Ref' || only[0].startsWith('Fn::'))) {
    const intrinsic = intrinsics[only[0]];
    if (!intrinsic) throw new AssemblyUnreadable(`${at}: ${only[0]} is not supported`);
    return intrinsic(only[1], references, at);
  }
  return Object.fromEntries(
    entries
      .map(([key, item]) => [key, resolve(item, references, `${at}.${key}`)] as const)
      .filter(([, item]) => item !== noValue),
  );
}

const pseudoParameters = ({ stackName }: References): Readonly<Record<string, unknown>> => ({
  'AWS::AccountId': localAccount.accountId,
  'AWS::Region': localAccount.region,
  'AWS::Partition': localAccount.partition,
  'AWS::URLSuffix': localAccount.urlSuffix,
  'AWS::StackName': stackName,
  'AWS::StackId': `arn:aws:cloudformation:${localAccount.region}:${localAccount.accountId}:stack/${stackName}/local`,
  'AWS::NoValue': noValue,
});

const intrinsics: Readonly<Record<string, Intrinsic>> = {
  Ref: (argument, references, at) => reference(text(argument, 'Ref', at), references, at),
  'Fn::GetAtt': (argument, references, at) => {
    const path = typeof argument === 'string' ? argument.split('.') : list(argument, 'Fn::GetAtt', at);
    return attribute(String(path[0]), path.slice(1).join('.'), references, at);
  },
  'Fn::Join': (argument, references, at) => {
    const [separator, parts] = list(argument, 'Fn::Join', at);
    return list(resolve(parts, references, at), 'Fn::Join', at)
      .map((part) => text(part, 'Fn::Join', at))
      .join(text(separator, 'Fn::Join', at));
  },
  'Fn::Sub': (argument, references, at) => {
    const [template, given] = Array.isArray(argument) ? argument : [argument, {}];
    const names = resolve(given, references, at);
    return text(template, 'Fn::Sub', at).replaceAll(/\$\{([^}]*)\}/g, (_, name: string) => {
      if (name.startsWith('!')) return `\${${name.slice(1)}}`;
      if (isJsonObject(names) && name in names) return text(names[name], 'Fn::Sub', at);
      const [logicalId = '', ...path] = name.split('.');
      const found =
        path.length > 0 ? attribute(logicalId, path.join('.'), references, at) : reference(name, references, at);
      return text(found, 'Fn::Sub', at);
    });
  },
  'Fn::Select': (argument, references, at) => {
    const [index, from] = list(resolve(argument, references, at), 'Fn::Select', at);
    const selected = list(from, 'Fn::Select', at)[Number(index)];
    if (selected === undefined) throw new AssemblyUnreadable(`${at}: Fn::Select finds nothing at ${index}`);
    return selected;
  },
  'Fn::Split': (argument, references, at) => {
    const [separator, from] = list(resolve(argument, references, at), 'Fn::Split', at);
    return text(from, 'Fn::Split', at).split(text(separator, 'Fn::Split', at));
  },
  'Fn::If': (argument, references, at) => {
    const [name, yes, no] = list(argument, 'Fn::If', at);
    const holds = references.condition(text(name, 'Fn::If', at));
    if (holds === undefined) throw new AssemblyUnreadable(`${at}: there is no condition ${name}`);
    return resolve(holds ? yes : no, references, at);
  },
  'Fn::Base64': (argument, references, at) =>
    Buffer.from(text(resolve(argument, references, at), 'Fn::Base64', at)).toString('base64'),
  'Fn::FindInMap': (argument, references, at) => {
    const [map, first, second] = list(resolve(argument, references, at), 'Fn::FindInMap', at).map(String);
    const found = references.mapping(map ?? '', first ?? '', second ?? '');
    if (found === undefined) throw new AssemblyUnreadable(`${at}: no mapping ${map}.${first}.${second}`);
    return found;
  },
  'Fn::GetStackOutput': (argument, references, at) => {
    const name = isJsonObject(argument) ? String(argument['OutputName']) : '';
    const found = references.output(name);
    if (found === undefined) throw new AssemblyUnreadable(`${at}: no other stack has the output ${name}`);
    return found;
  },
};

function reference(logicalId: string, references: References, at: string): unknown {
  const pseudo = pseudoParameters(references);
  const found = logicalId in pseudo ? pseudo[logicalId] : references.ref(logicalId);
  if (found === undefined) throw new AssemblyUnreadable(`${at}: cannot resolve a reference to ${logicalId}`);
  return found;
}

function attribute(logicalId: string, name: string, references: References, at: string): unknown {
  const found = references.attribute(logicalId, name);
  if (found === undefined) throw new AssemblyUnreadable(`${at}: cannot resolve the attribute ${logicalId}.${name}`);
  return found;
}

function text(value: unknown, intrinsic: string, at: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new AssemblyUnreadable(`${at}: ${intrinsic} expects text, found ${JSON.stringify(value)}`);
}

function list(value: unknown, intrinsic: string, at: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new AssemblyUnreadable(`${at}: ${intrinsic} expects a list, found ${JSON.stringify(value)}`);
}
