import { App } from 'aws-cdk-lib';

/**
 * An app whose templates the CDK does not check against CloudFormation's rules, which takes a good part of a synthesis. Without the
 * flags of cdk.json it would only warn; what is deployed is checked by `pnpm synth`, and as each kind by synthesized.ts.
 */
export const uncheckedApp = (): App => new App({ builtinCloudFormationValidation: false });
