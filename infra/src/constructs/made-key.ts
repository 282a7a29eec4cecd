import { type ISecret, Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledgements.ts';
import type { TableKeeping } from './order-table.ts';

/** Characters of a key, letters and digits. */
const keyLength = 64;

/**
 * A key that stages ask for by the name of their variable. It is made at random when the stack is, and never changes: what
 * was made with it would not be known again. CloudFormation reads it into the environment of the functions, encrypted there
 * too, so that no order waits for it.
 */
export function madeKey(scope: Construct, variable: string, { encryptionKey, removalPolicy }: TableKeeping): ISecret {
  const secret = new Secret(scope, keyId(variable), {
    description: `Order workflow: ${variable}; never rotate it`,
    encryptionKey,
    generateSecretString: { passwordLength: keyLength, excludePunctuation: true },
    removalPolicy,
  });
  acknowledge(secret, 'madeKeys');
  return secret;
}

/** What the construct of a key is called: `OrderFingerprintKey` of `ORDER_FINGERPRINT_KEY`. */
function keyId(variable: string): string {
  return variable
    .split('_')
    .map((word) => word.charAt(0) + word.slice(1).toLowerCase())
    .join('');
}
