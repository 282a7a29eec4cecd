import { carrierContract } from '../ports/carrier.contract.ts';
import { simulatedCarrier } from './simulated-carrier.ts';

carrierContract('the simulated carrier', () => ({
  carrier: simulatedCarrier({ stage: 'book', clock: { now: () => 0 } }),
  postalCodes: {
    refused: 'SIM-REFUSED',
    answerLost: 'SIM-TIMEOUT',
    departed: 'SIM-DEPARTED',
    unavailable: 'SIM-UNAVAILABLE',
  },
}));
