import type { StateReader } from './state-reader.ts';

const everywhere = ['Type', 'Comment', 'QueryLanguage'];

/** The fields a state of each type may have in both query languages (spec, "State Types"). */
const shared: Readonly<Record<string, readonly string[]>> = {
  Task: ['Next', 'End', 'Resource', 'TimeoutSeconds', 'HeartbeatSeconds', 'Retry', 'Catch', 'Assign', 'Credentials'],
  Pass: ['Next', 'End', 'Assign'],
  Choice: ['Choices', 'Default', 'Assign'],
  Wait: ['Next', 'End', 'Seconds', 'Timestamp', 'Assign'],
  Succeed: [],
  Fail: ['Error', 'Cause'],
  Parallel: ['Next', 'End', 'Branches', 'Retry', 'Catch', 'Assign'],
  Map: [
    ...[
      'Next',
      'End',
      'ItemProcessor',
      'Iterator',
      'ItemReader',
      'ItemSelector',
      'ItemBatcher',
      'ResultWriter',
      'Label',
      'Retry',
      'Catch',
    ],
    ...['MaxConcurrency', 'ToleratedFailurePercentage', 'ToleratedFailureCount', 'Assign'],
  ],
};

/** The fields only JSONPath knows. */
const jsonPath: Readonly<Record<string, readonly string[]>> = {
  Task: [
    'InputPath',
    'OutputPath',
    'Parameters',
    'ResultSelector',
    'ResultPath',
    'TimeoutSecondsPath',
    'HeartbeatSecondsPath',
  ],
  Pass: ['InputPath', 'OutputPath', 'Parameters', 'ResultPath', 'Result'],
  Choice: ['InputPath', 'OutputPath'],
  Wait: ['InputPath', 'OutputPath', 'SecondsPath', 'TimestampPath'],
  Succeed: ['InputPath', 'OutputPath'],
  Fail: ['ErrorPath', 'CausePath', 'InputPath', 'OutputPath'],
  Parallel: ['InputPath', 'OutputPath', 'Parameters', 'ResultSelector', 'ResultPath'],
  Map: [
    ...['InputPath', 'OutputPath', 'Parameters', 'ResultSelector', 'ResultPath', 'ItemsPath', 'MaxConcurrencyPath'],
    ...['ToleratedFailurePercentagePath', 'ToleratedFailureCountPath'],
  ],
};

/** The fields only JSONata knows. */
const jsonata: Readonly<Record<string, readonly string[]>> = {
  Task: ['Arguments', 'Output'],
  Pass: ['Output'],
  Choice: ['Output'],
  Wait: ['Output'],
  Succeed: ['Output'],
  Fail: [],
  Parallel: ['Arguments', 'Output'],
  Map: ['Items', 'Output'],
};

/** Reports fields that a state of this type and query language does not have. */
export function checkFields(reader: StateReader, type: string): void {
  const own = reader.queryLanguage === 'JSONata' ? jsonata : jsonPath;
  const other = reader.queryLanguage === 'JSONata' ? jsonPath : jsonata;
  const allowed = new Set([...everywhere, ...(shared[type] ?? []), ...(own[type] ?? [])]);
  for (const field of Object.keys(reader.source)) {
    if (allowed.has(field)) continue;
    if (other[type]?.includes(field)) {
      reader.error(
        field,
        `is not available in ${reader.queryLanguage}; it belongs to ${reader.queryLanguage === 'JSONata' ? 'JSONPath' : 'JSONata'}.`,
      );
    } else {
      reader.warn(field, `is not a field of a ${type} state and has no effect.`);
    }
  }
}
