export { type GatewayUnderTest, paymentGatewayContract } from '../ports/payment-gateway.contract.ts';
