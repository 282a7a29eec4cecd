import { ApiError } from './api-error.ts';

/** The parts of an ARN of Step Functions. */
export interface Arn {
  readonly prefix: string;
  readonly kind: string;
  /** What stands after the kind: a name, and what follows it. */
  readonly rest: readonly string[];
}

/** Reads an ARN of one of these kinds. Throws ApiError, InvalidArn. */
export function readArn(text: string, ...kinds: readonly string[]): Arn {
  const [, prefix, kind, rest] = /^(arn:[a-z-]+:states:[a-z0-9-]+:\d{12}):([A-Za-z]+):(.+)$/.exec(text) ?? [];
  if (prefix === undefined || kind === undefined || rest === undefined)
    throw new ApiError('InvalidArn', `Invalid Arn: 'Invalid ARN prefix: ${text}'`);
  if (!kinds.includes(kind))
    throw new ApiError('InvalidArn', `Invalid Arn: 'Resource type not valid in this context: ${kind}'`);
  return { prefix, kind, rest: rest.split(':') };
}

// White space, brackets, wildcards, special characters, control characters (API reference, "CreateStateMachine", name).
const refused = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]/u;

/** A name of a machine, an activity or an execution. Throws ApiError, InvalidName. */
export function checkedName(name: string): string {
  if (name.length > 80 || name === '' || refused.test(name))
    throw new ApiError('InvalidName', `Invalid Name: '${name}'`);
  return name;
}

/** The ARN of a role. Throws ApiError, InvalidArn. */
export function checkedRole(roleArn: string): string {
  if (!/^arn:[a-z-]+:iam::\d{12}:role\/.+$/.test(roleArn))
    throw new ApiError('InvalidArn', `Invalid Role Arn: '${roleArn}'`);
  return roleArn;
}
