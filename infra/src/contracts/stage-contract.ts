import { toJsonSchema } from '@order-workflow/order-domain';
import type { StageFacts } from '@order-workflow/stage-kit';
import { type JsonSchema, waysOf } from './json-schema.ts';

/** What a stage has promised to others: what it reads of the record, and what it leaves there. */
export interface StageContract {
  /** `@order-workflow/shipping` */
  readonly package: string;
  /** Of that package: `0.1.0`. */
  readonly version: string;
  readonly stateName: string;
  /** The key of its receipt in the record. */
  readonly key: string;
  readonly reads: JsonSchema;
  readonly leaves: JsonSchema;
  /** Of an undo whose effect may stand: the key of the record that is then replaced by its receipt's `standing`. */
  readonly mayStand?: string;
}

type Schema = Parameters<typeof toJsonSchema>[0];

/**
 * The contracts of stages, as JSON Schemas.
 *
 * @param versionOf gives the version of a package by its name
 */
export function contractsOf(
  stages: readonly StageFacts[],
  versionOf: (packageName: string) => string,
): readonly StageContract[] {
  return (stages as readonly (StageFacts & { readonly needs: Schema; readonly receipt: Schema })[]).map(
    ({ bundle, stateName, key, needs, receipt, mayStand }) => {
      const name = /^(?:@[^/]+\/)?[^/]+/.exec(bundle)?.[0] ?? bundle;
      const contract = { package: name, version: versionOf(name), stateName, key };
      return { ...contract, reads: schemaOf(needs), leaves: schemaOf(receipt), ...(mayStand && { mayStand }) };
    },
  );
}

function schemaOf(schema: Schema): JsonSchema {
  const { $schema: _, title: __, ...described } = toJsonSchema(schema, '');
  return described;
}

/** What stages leave under each key of the record, and who does. */
export function writersOf(contracts: readonly StageContract[], key: string) {
  return contracts.flatMap((writer): { readonly writer: StageContract; readonly leaves: JsonSchema }[] => {
    if (writer.key === key) return [{ writer, leaves: writer.leaves }];
    if (writer.mayStand !== key) return [];
    return waysOf(writer.leaves).flatMap(({ properties }) =>
      properties?.['standing'] ? [{ writer, leaves: properties['standing'] }] : [],
    );
  });
}
