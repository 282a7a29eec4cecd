/** A policy document of IAM, with every reference resolved. */
export interface PolicyDocument {
  readonly Statement: readonly Statement[];
}

export interface Statement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: '*' | Readonly<Record<string, string | readonly string[]>>;
  readonly Action: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: Conditions;
}

export type Conditions = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** What somebody asks of AWS. */
export interface Call {
  /** `cloudwatch.amazonaws.com`, or the ARN of a role. */
  readonly caller: string;
  readonly action: string;
  readonly resource: string;
  /** Condition keys that the call carries, as its service sends them. One that it does not carry matches nothing. */
  readonly context: Readonly<Record<string, string>>;
}

/** Everything that decides about a call. */
export interface Policies {
  /** Of the calling role; none for a service. */
  readonly identity?: readonly PolicyDocument[];
  /** Of the resource that is called. */
  readonly resource?: PolicyDocument;
}

export const list = <T>(value: T | readonly T[]): readonly T[] => (Array.isArray(value) ? value : [value as T]);
