export { type Credential, type CredentialSource, cachedCredential } from './cached-credential.ts';
export {
  exchangeJson,
  type JsonAnswer,
  type JsonExchange,
  type JsonRequest,
  type JsonService,
} from './exchange-json.ts';
export { serviceAddress } from './service-address.ts';
