import type { JsonObject } from '../json/json.ts';
import { ApiError } from './api-error.ts';
import { fittingEncryption, readEncryption } from './encryption.ts';
import type { RequestFields } from './request-fields.ts';

const settingFields = ['loggingConfiguration', 'tracingConfiguration', 'encryptionConfiguration'] as const;

/** The fields of a request that change how a machine logs, traces and encrypts. */
export const settingNames: readonly string[] = settingFields;

/** What a machine has that was told nothing. */
export const defaultSettings: JsonObject = {
  loggingConfiguration: { level: 'OFF', includeExecutionData: false },
  tracingConfiguration: { enabled: false },
  encryptionConfiguration: { type: 'AWS_OWNED_KEY' },
};

/** Reads and checks a request's configurations over those a machine has. Throws ApiError. */
export function settingsOf(fields: RequestFields, earlier: JsonObject = defaultSettings): JsonObject {
  const logging = fields.inner('loggingConfiguration');
  const tracing = fields.object('tracingConfiguration');
  return {
    ...earlier,
    ...(logging && { loggingConfiguration: checkedLogging(logging) }),
    ...(tracing && { tracingConfiguration: checkedTracing(tracing) }),
    ...fittingEncryption(readEncryption(fields)),
  };
}

// API reference, "LoggingConfiguration": one destination at most, and one unless the level is OFF.
function checkedLogging(fields: RequestFields): JsonObject {
  const level = fields.maybeText('level', { oneOf: ['ALL', 'ERROR', 'FATAL', 'OFF'] }) ?? 'OFF';
  const destinations = fields.objects('destinations') ?? [];
  if (destinations.length > 1 || (level !== 'OFF' && destinations.length === 0))
    throw invalidLogging('Must specify exactly one Log Destination.');
  for (const destination of destinations) {
    const group = destination.object('cloudWatchLogsLogGroup')?.['logGroupArn'];
    if (typeof group !== 'string' || !/^arn:[a-z-]+:logs:[a-z0-9-]+:\d{12}:log-group:[^:]+(?::\*)?$/.test(group))
      throw invalidLogging('Log Destination is not a valid ARN of a log group.');
  }
  return { ...fields.source, level, includeExecutionData: fields.flag('includeExecutionData') ?? false };
}

function invalidLogging(why: string): ApiError {
  return new ApiError('InvalidLoggingConfiguration', `Invalid Logging Configuration: ${why}`);
}

function checkedTracing(given: JsonObject): JsonObject {
  const { enabled = false } = given;
  if (typeof enabled !== 'boolean')
    throw new ApiError('InvalidTracingConfiguration', 'Invalid Tracing Configuration: enabled must be true or false.');
  return { enabled };
}
