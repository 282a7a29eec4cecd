import { setTimeout as wait } from 'node:timers/promises';
import { SFNClient } from '@aws-sdk/client-sfn';
import {
  customerHash,
  orderFingerprint,
  orderStoreFromEnvironment,
  orderStoreVariables,
} from '@order-workflow/stage-kit/order-store';
import { CloudUnavailable, describeCloudFailure } from '../describe-cloud-failure.ts';
import type { AdoptionWorld } from './adopt-orders.ts';
import { adoptionBook } from './adoption-progress.ts';
import { stepFunctionsExecutions } from './step-functions-executions.ts';

/** Where orders from before the store are found and written. */
export interface AdoptedOrders {
  readonly stateMachineArn: string;
  /** Its name. */
  readonly table: string;
  /** The key of the fingerprints: what the functions of that table have. */
  readonly key: string;
}

/** AWS as an environment names it, and where this machine keeps how far it came. */
export interface AdoptionSurroundings {
  readonly environment: NodeJS.ProcessEnv;
  readonly progressFile: string;
  readonly say: (text: string) => void;
}

/**
 * Opens the executions and the table, in the account of whoever runs this.
 *
 * @throws CloudUnavailable when AWS cannot be asked
 */
export async function openAdoption(
  { stateMachineArn, table, key }: AdoptedOrders,
  { environment, progressFile, say }: AdoptionSurroundings,
): Promise<AdoptionWorld> {
  const [, , , region = ''] = stateMachineArn.split(':');
  // Throttled calls are tried again for minutes: AWS lets some fifteen a second through.
  const client = new SFNClient({ region, retryMode: 'adaptive', maxAttempts: 12 });
  const surroundings = { ...environment, AWS_REGION: region, [orderStoreVariables.table]: table };
  /** The store signs with what stands there when it is asked. */
  const renewCredentials = async () => Object.assign(surroundings, await credentialsOf(client));
  await renewCredentials();
  const store = orderStoreFromEnvironment(surroundings);
  return {
    ...{ stateMachineArn, table, say, wait },
    now: Date.now,
    executions: stepFunctionsExecutions(client, stateMachineArn),
    store: {
      async adopt(adoption) {
        await renewCredentials();
        return store.adopt(adoption);
      },
    },
    fingerprint: orderFingerprint(key),
    customer: customerHash(key),
    book: adoptionBook(progressFile),
  };
}

async function credentialsOf(client: SFNClient): Promise<Readonly<Record<string, string | undefined>>> {
  try {
    const { accessKeyId, secretAccessKey, sessionToken } = await client.config.credentials();
    return {
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
      AWS_SESSION_TOKEN: sessionToken,
    };
  } catch (error) {
    throw new CloudUnavailable(describeCloudFailure(error), { cause: error });
  }
}
