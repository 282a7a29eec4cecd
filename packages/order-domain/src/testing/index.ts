export { anAddress, anOrder } from './an-order.ts';
