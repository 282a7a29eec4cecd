import { createHash } from 'node:crypto';
import { AssemblyUnreadable } from './assembly.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html */
const reference = /\{\{resolve:secretsmanager:(arn(?::[^:}]*){6}):SecretString:([^:}]*)(?::[^}]*)?\}\}/g;

/**
 * A text in which CloudFormation would put the values of secrets. Here a generated secret is one that anybody could make
 * out, of its ARN, so that it is the same at each start and in each copy of a data folder: what it guards lies there open.
 *
 * @throws AssemblyUnreadable when a part of a secret is asked for
 */
export function withSecrets(text: string, at: string): string {
  return text.replaceAll(reference, (_, arn: string, part: string) => {
    if (part !== '') throw new AssemblyUnreadable(`${at}: cannot resolve "${part}" of a secret`);
    return createHash('sha256').update(arn).digest('hex');
  });
}
