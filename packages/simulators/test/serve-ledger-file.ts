import { startCarrier } from '../src/carrier/start-carrier.ts';
import { startPaymentGateway } from '../src/gateway/start-payment-gateway.ts';

// A process of its own, to be killed: both simulators on the ledger file that the command line names.
const [ledgerFile = ''] = process.argv.slice(2);
const [gateway, carrier] = await Promise.all([startPaymentGateway({ ledgerFile }), startCarrier({ ledgerFile })]);
console.log(JSON.stringify({ gateway: gateway.url, carrier: carrier.url }));
