export {
  exchangeJson,
  type JsonAnswer,
  type JsonExchange,
  type JsonRequest,
  type JsonService,
} from './exchange-json.ts';
export { serviceAddress } from './service-address.ts';
