import type { StackTemplate, TemplateResource } from './synthesized-template.ts';

interface Index {
  readonly IndexName: string;
  readonly KeySchema: readonly { readonly AttributeName: string }[];
}

interface TableProperties {
  readonly KeySchema: readonly { readonly AttributeName: string }[];
  readonly AttributeDefinitions: readonly { readonly AttributeName: string }[];
  readonly GlobalSecondaryIndexes?: readonly Index[];
}

/**
 * The stack as it stands, with one index of its tables more each time, until no table lacks more than one: CloudFormation makes one
 * index of a table in an update, and refuses two
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html).
 */
export function indexesFirst(deployed: StackTemplate, next: StackTemplate): readonly StackTemplate[] {
  const steps: StackTemplate[] = [];
  for (let stands = deployed; ; ) {
    const tables = Object.entries(stands.Resources).flatMap(([id, table]) => {
      const more = withOneIndexMore(table, next.Resources[id]);
      return more ? [[id, more] as const] : [];
    });
    if (tables.length === 0) return steps;
    stands = { ...stands, Resources: { ...stands.Resources, ...Object.fromEntries(tables) } };
    steps.push(stands);
  }
}

/** Undefined where it lacks one index, or none: that comes with everything else. */
function withOneIndexMore(stands: TemplateResource, next: TemplateResource | undefined): TemplateResource | undefined {
  if (stands.Type !== 'AWS::DynamoDB::Table' || next?.Type !== stands.Type) return undefined;
  const [have, want] = [stands.Properties, next.Properties].map(
    (properties) => properties as unknown as TableProperties,
  );
  if (!have || !want) return undefined;
  const { GlobalSecondaryIndexes: indexes = [] } = have;
  const missing = (want.GlobalSecondaryIndexes ?? []).filter(
    ({ IndexName }) => !indexes.some((one) => one.IndexName === IndexName),
  );
  const [first] = missing;
  if (!first || missing.length === 1) return undefined;
  const GlobalSecondaryIndexes = [...indexes, first];
  const keys = new Set([have, ...GlobalSecondaryIndexes].flatMap(({ KeySchema }) => KeySchema).map(nameOf));
  // DynamoDB wants no attribute told of that is no key.
  const known = [...have.AttributeDefinitions, ...want.AttributeDefinitions];
  const AttributeDefinitions = [...keys].map((name) => known.find((one) => nameOf(one) === name));
  return { ...stands, Properties: { ...stands.Properties, AttributeDefinitions, GlobalSecondaryIndexes } };
}

function nameOf({ AttributeName }: { readonly AttributeName: string }): string {
  return AttributeName;
}
