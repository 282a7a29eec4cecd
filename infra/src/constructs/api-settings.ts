import type { CfnCondition } from 'aws-cdk-lib';

/** What a deployment may set of the order API. */
export interface ApiSettings {
  /** Who gives the tokens by which callers are known, in the place of IAM. */
  readonly jwt: { readonly issuer: string; readonly audience: string; readonly named: CfnCondition };
  /** The origins of pages that may call; none unless named. */
  readonly cors: { readonly origins: readonly string[]; readonly named: CfnCondition };
  readonly requestsASecond: number;
  readonly requestsAtOnce: number;
}
