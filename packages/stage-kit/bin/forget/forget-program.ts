import { neededVariable } from '../../src/dynamodb/index.ts';
import {
  customerHash,
  dynamoCustomerOrders,
  dynamoOrderTable,
  forgetCustomer,
  OrderStoreUnavailable,
  OrderTableBroken,
} from '../../src/order-store/index.ts';
import { ProgramMisused, type ProgramWorld, runTableCommand, type TableProgram } from '../../src/table-program.ts';
import { keptElsewhere, showForgotten } from './show-forgotten.ts';

const usage = `pnpm order forget <customer's e-mail address> --table <name of the table of orders>
It needs a region and credentials of AWS in the environment, and ORDER_FINGERPRINT_KEY, the secret of the stack:
aws secretsmanager get-secret-value --secret-id … --query SecretString --output text`;

/** Milliseconds for one call of the table, and for all that one order takes. */
const callTimeoutMs = 10_000;

const program: TableProgram = {
  usage,
  help: usage,
  notDone: [OrderStoreUnavailable, OrderTableBroken],
  run: async ({ words, json, table }, { environment, say }) => {
    const [address = '', ...more] = words;
    if (address === '' || more.length > 0) throw new ProgramMisused(usage);
    const orders = table();
    const key = neededVariable(environment, 'ORDER_FINGERPRINT_KEY', `the key of the fingerprints\n${usage}`);
    const customer = customerHash(key)({ customerEmail: address });
    if (customer === undefined)
      throw new ProgramMisused(`given ${address.length} characters, expected an e-mail address`);
    const deadline = () => AbortSignal.timeout(callTimeoutMs);
    const found = await forgetCustomer(
      customer,
      dynamoCustomerOrders(orders, deadline),
      dynamoOrderTable(orders),
      deadline,
    );
    say(json ? JSON.stringify(found) : [...showForgotten(found), '', ...keptElsewhere].join('\n'));
    return found.underway.length + found.unanswered.length === 0;
  },
};

/** Forgets a customer in a table of orders; the exit code: 0 all is forgotten, 1 not all, 2 not readable. With `--json` it says no more than what was forgotten. */
export function forgetProgram(args: readonly string[], world: ProgramWorld): Promise<number> {
  return runTableCommand(program, args, world);
}
