export { startSecretsManager } from './secrets-manager.ts';
export {
  type Mischief,
  type ServedAnswer,
  type ServedRequest,
  startUnreliableServer,
  type UnreliableServerOptions,
} from './unreliable-server.ts';
