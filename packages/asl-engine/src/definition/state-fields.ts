import type { StateReader } from './state-reader.ts';

type FieldsByType = Readonly<Record<string, readonly string[]>>;

const everywhere = ['Type', 'Comment', 'QueryLanguage'];

/** The fields a state of each type may have in both query languages (spec, "State Types"). */
const shared: FieldsByType = {
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
const jsonPath: FieldsByType = {
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
  Fail: ['ErrorPath', 'CausePath'],
  Parallel: ['InputPath', 'OutputPath', 'Parameters', 'ResultSelector', 'ResultPath'],
  Map: [
    ...['InputPath', 'OutputPath', 'Parameters', 'ResultSelector', 'ResultPath', 'ItemsPath', 'MaxConcurrencyPath'],
    ...['ToleratedFailurePercentagePath', 'ToleratedFailureCountPath'],
  ],
};

/** The fields only JSONata knows. */
const jsonata: FieldsByType = {
  Task: ['Arguments', 'Output'],
  Pass: ['Output'],
  Choice: ['Output'],
  Wait: ['Output'],
  Succeed: ['Output'],
  Fail: [],
  Parallel: ['Arguments', 'Output'],
  Map: ['Items', 'Output'],
};

const special = { JSONPath: jsonPath, JSONata: jsonata } as const satisfies Record<string, FieldsByType>;

/** Reports fields that a state of this type and query language does not have. */
export function checkFields(reader: StateReader, type: string): void {
  const { queryLanguage } = reader;
  const fieldsIn = (fields: FieldsByType) => fields[type] ?? [];
  reader.text('Comment');
  const allowed = new Set([...everywhere, ...fieldsIn(shared), ...fieldsIn(special[queryLanguage])]);
  for (const field of Object.keys(reader.source)) {
    if (allowed.has(field)) continue;
    const [home] = Object.entries(special).find(([, fields]) => fieldsIn(fields).includes(field)) ?? [];
    if (home)
      reader.unsupported(
        field,
        `The QueryLanguage is set to '${queryLanguage}', but field '${field}' is only supported for the '${home}' QueryLanguage.`,
      );
    else reader.unsupported(field, `Field '${field}' is not supported: it is not a field of a ${type} state.`);
  }
}
