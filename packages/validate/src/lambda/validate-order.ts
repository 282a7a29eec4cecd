import { createStageHandler } from '@order-workflow/stage-kit';
import { customerHash, orderClaimsFromEnvironment, orderFingerprint } from '@order-workflow/stage-kit/order-store';
import { catalogFromEnvironment } from '../adapters/catalog-from-environment.ts';
import { checkOrder } from '../check-order.ts';
import { claimOrder } from '../claim-order.ts';
import { allRules } from '../rules/all-rules.ts';
import { paidAtOnce } from '../rules/paid-at-once.ts';
import { validateOrderFacts } from '../validate-order-facts.ts';

const catalog = catalogFromEnvironment(process.env);
const rules = [...allRules, paidAtOnce(process.env['UNAWAITED_PAYMENT_METHODS'])];
const store = orderClaimsFromEnvironment(process.env);
const key = process.env['ORDER_FINGERPRINT_KEY'] ?? '';
const [fingerprint, customer] = [orderFingerprint(key), customerHash(key)];

export const handler = createStageHandler(validateOrderFacts, async (record) =>
  claimOrder(await checkOrder(record.order, { catalog, clock: Date, rules }), record, { store, fingerprint, customer }),
);
