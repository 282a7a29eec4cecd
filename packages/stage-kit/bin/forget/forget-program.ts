import { parseArgs } from 'node:util';
import { dynamoServiceFromEnvironment, neededVariable } from '../../src/dynamodb/index.ts';
import {
  customerHash,
  dynamoCustomerOrders,
  dynamoOrderTable,
  forgetCustomer,
  OrderStoreUnavailable,
  OrderTableBroken,
} from '../../src/order-store/index.ts';
import { keptElsewhere, showForgotten } from './show-forgotten.ts';

interface ForgetWorld {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly say: (text: string) => void;
  readonly complain: (text: string) => void;
}

const usage = `pnpm order forget <customer's e-mail address> --table <name of the table of orders>
It needs a region and credentials of AWS in the environment, and ORDER_FINGERPRINT_KEY, the secret of the stack:
aws secretsmanager get-secret-value --secret-id … --query SecretString --output text`;

/** Milliseconds for one call of the table, and for all that one order takes. */
const callTimeoutMs = 10_000;

/** Forgets a customer in a table of orders; the exit code: 0 all is forgotten, 1 not all, 2 not readable. With `--json` it says no more than what was forgotten. */
export async function forgetProgram(
  args: readonly string[],
  { environment, say, complain }: ForgetWorld,
): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { table: { type: 'string' }, json: { type: 'boolean' } },
    });
    const [address = '', ...more] = positionals;
    const { table, json = false } = values;
    if (!table || address === '' || more.length > 0) throw new TypeError(usage);
    const key = neededVariable(environment, 'ORDER_FINGERPRINT_KEY', `the key of the fingerprints\n${usage}`);
    const customer = customerHash(key)({ customerEmail: address });
    if (customer === undefined) throw new TypeError(`given ${address.length} characters, expected an e-mail address`);
    const orders = { table, ...dynamoServiceFromEnvironment(environment) };
    const deadline = () => AbortSignal.timeout(callTimeoutMs);
    const found = await forgetCustomer(
      customer,
      dynamoCustomerOrders(orders, deadline),
      dynamoOrderTable(orders),
      deadline,
    );
    say(json ? JSON.stringify(found) : [...showForgotten(found), '', ...keptElsewhere].join('\n'));
    return found.underway.length + found.unanswered.length === 0 ? 0 : 1;
  } catch (error) {
    if (error instanceof OrderStoreUnavailable || error instanceof OrderTableBroken) {
      complain(error.message);
      return 1;
    }
    if (!(error instanceof TypeError) && !(error instanceof RangeError)) throw error;
    complain(error.message);
    return 2;
  }
}
