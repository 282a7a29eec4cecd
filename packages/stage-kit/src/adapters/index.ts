export { type Credential, type CredentialSource, cachedCredential } from './cached-credential.ts';
export {
  exchangeJson,
  type JsonAnswer,
  type JsonExchange,
  type JsonRequest,
  type JsonService,
} from './exchange-json.ts';
export { callTimeoutMs, jsonServiceFromEnvironment, secretTimeoutMs } from './json-service-from-environment.ts';
export { serviceAddress } from './service-address.ts';
