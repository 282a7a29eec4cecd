export { type CarrierUnderTest, carrierContract } from '../ports/carrier.contract.ts';
