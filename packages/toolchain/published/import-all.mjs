// Imports each of what is given, as a program of somebody else does, and prints what came of it: the names, or what was wrong.
// A handler reads its settings when it is loaded: these have no default.
Object.assign(process.env, {
  NOTIFICATIONS_TOPIC_ARN: 'arn:aws:sns:eu-west-1:111122223333:notices',
  ORDERS_TABLE_NAME: 'orders',
  ORDER_FINGERPRINT_KEY: 'k'.repeat(64),
  ACCEPTED_ORDERS_TABLE_NAME: 'accepted',
  PLACE_ORDERS_AT: 'arn:aws:states:eu-west-1:111122223333:stateMachine:orders',
  PLACE_BATCHES_AT: 'arn:aws:states:eu-west-1:111122223333:stateMachine:batches',
  BATCHES_TABLE_NAME: 'batches',
  CANCEL_ORDERS_AT: 'arn:aws:states:eu-west-1:111122223333:stateMachine:cancellations',
  STOCK_TABLE_NAME: 'stock',
  NOTICE_SENDER: 'orders@shop.example',
  LETTERS_TABLE_NAME: 'letters',
  AWS_REGION: 'eu-west-1',
});
const answers = {};
for (const specifier of process.argv.slice(2)) {
  const attributes = specifier.endsWith('.json') ? { with: { type: 'json' } } : {};
  try {
    const found = await import(specifier, attributes);
    const bundles = Object.values(found).flatMap((value) => (typeof value?.bundle === 'string' ? [value.bundle] : []));
    answers[specifier] = { names: Object.keys(found), bundles };
  } catch (problem) {
    answers[specifier] = { names: [], bundles: [], problem: String(problem) };
  }
}
process.stdout.write(JSON.stringify(answers));
