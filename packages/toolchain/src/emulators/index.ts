export { type DynamoEmulator, startDynalite, testCredentials } from './start-dynalite.ts';
export { missingForDynamoDbLocal, startDynamoDbLocal } from './start-dynamodb-local.ts';
