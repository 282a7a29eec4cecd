import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { stagesOf } from '../src/composition/workflow.ts';
import { brokenReads } from '../src/contracts/broken-reads.ts';
import { contractsHere } from '../src/contracts/contracts-here.ts';
import type { JsonSchema } from '../src/contracts/json-schema.ts';
import { type Bump, judgeBumps } from '../src/contracts/judge-bumps.ts';
import { readBumps } from '../src/contracts/read-bumps.ts';
import type { StageContract } from '../src/contracts/stage-contract.ts';
import { unmetReads } from '../src/contracts/unmet-reads.ts';
import { orderCancellation } from '../src/order-cancellation.ts';
import { orderWorkflow } from '../src/order-workflow.ts';

const lastRelease = JSON.parse(
  readFileSync(new URL('../last-release/contracts.json', import.meta.url), 'utf8'),
) as readonly StageContract[];
const contracts = contractsHere([...stagesOf(orderWorkflow), orderCancellation.takeOver]);

describe('what stages promise each other', () => {
  it.each(contracts.map((reader) => [`${reader.package} ${reader.version}`, reader.stateName, reader] as const))(
    '%s, %s, finds in the record what it reads',
    (_name, _state, reader) => expect(brokenReads(reader, contracts, lastRelease)).toEqual([]),
  );

  it('changes with a changeset that says so: what breaks a reader, or asks for more, leaves the ranges of those who use it', () => {
    const bumps = readBumps(fileURLToPath(new URL('../../.changeset', import.meta.url)));
    expect(judgeBumps(lastRelease, contracts, bumps)).toEqual([]);
  });
});

function reader(stateName: string): StageContract {
  const found = contracts.find((stage) => stage.stateName === stateName);
  if (!found) throw new Error(`expected a stage ${stateName}`);
  return found;
}

/** The contracts with another receipt of a state. */
function leaving(stateName: string, change: (leaves: JsonSchema) => JsonSchema): readonly StageContract[] {
  return contracts.map((stage) => (stage.stateName === stateName ? { ...stage, leaves: change(stage.leaves) } : stage));
}

function broken(stateName: string, change: (leaves: JsonSchema) => JsonSchema): readonly string[] {
  const changed = leaving(stateName, change);
  return changed.flatMap((reader) => brokenReads(reader, changed, contracts));
}

const without =
  (field: string) =>
  ({ properties = {}, required = [], anyOf, ...leaves }: JsonSchema): JsonSchema => {
    const { [field]: _, ...rest } = properties;
    if (anyOf) return { ...leaves, anyOf: anyOf.map(without(field)) };
    return { ...leaves, properties: rest, required: required.filter((one) => one !== field) };
  };

describe(brokenReads, () => {
  it('names the reader, what it reads, and who no longer leaves it', () => {
    const { version } = reader('Notify Customer');
    expect(broken('Ship Order', without('trackingNumber'))).toContain(
      `notify ${version} reads shipment.trackingNumber, which shipping no longer leaves`,
    );
    expect(broken('Process Payment', without('amount'))).toContain(
      `shipping ${reader('Ship Order').version} reads payment.amount, which payment no longer leaves`,
    );
  });

  it('says it of what is read only if it is there, of what is in one way of several missing, and of another value', () => {
    expect(broken('Validate Order', without('attempt'))).toContainEqual(
      expect.stringContaining('reads validation.attempt, which validate no longer leaves'),
    );
    const inOneWay = ({ anyOf = [], ...leaves }: JsonSchema) => ({
      ...leaves,
      anyOf: anyOf.map((way, at) => (at === 0 ? without('amount')(way) : way)),
    });
    expect(broken('Process Payment', inOneWay)).toContainEqual(
      expect.stringContaining('reads payment.amount, which payment no longer leaves always'),
    );
    const asNumber = (leaves: JsonSchema) => ({
      ...leaves,
      properties: { ...leaves.properties, carrier: { type: 'number' } },
    });
    expect(broken('Ship Order', asNumber)).toContainEqual(
      expect.stringContaining('reads shipment.carrier, which shipping now leaves otherwise'),
    );
  });

  it('lets go what nobody reads, and lets come what is new', () => {
    expect(broken('Validate Order', without('validatedAt'))).toEqual([]);
    const more = (leaves: JsonSchema) => ({
      ...leaves,
      properties: { ...leaves.properties, weight: { type: 'number' } },
    });
    expect(broken('Ship Order', more)).toEqual([]);
  });
});

describe(unmetReads, () => {
  const text: JsonSchema = { type: 'string' };
  const object = (properties: Record<string, JsonSchema>, required = Object.keys(properties)): JsonSchema => ({
    type: 'object',
    properties,
    required,
    additionalProperties: false,
  });

  it.each<[JsonSchema, JsonSchema, unknown]>([
    [{}, text, []],
    [text, {}, [{ path: 'at', kind: 'left-otherwise' }]],
    [{ type: 'number' }, { type: 'integer' }, []],
    [{ type: 'integer' }, { type: 'number' }, [{ path: 'at', kind: 'left-otherwise' }]],
    [{ type: 'string', enum: ['a', 'b'] }, { type: 'string', const: 'a' }, []],
    [{ type: 'string', enum: ['a'] }, { type: 'string', enum: ['a', 'b'] }, [{ path: 'at', kind: 'left-otherwise' }]],
    [{ type: 'string', enum: ['a'] }, text, [{ path: 'at', kind: 'left-otherwise' }]],
    [{ type: 'string', maxLength: 9 }, { type: 'string', maxLength: 10 }, [{ path: 'at', kind: 'left-otherwise' }]],
    [{ type: 'string', maxLength: 10 }, { type: 'string', maxLength: 9 }, []],
    [{ type: 'integer', minimum: 1 }, { type: 'integer', minimum: 0 }, [{ path: 'at', kind: 'left-otherwise' }]],
    [object({ a: text }), object({ a: text }, []), [{ path: 'at.a', kind: 'not-always-left' }]],
    [object({ a: text }), object({}), [{ path: 'at.a', kind: 'not-left' }]],
    [object({ a: text }, []), object({}), [{ path: 'at.a', kind: 'unknown' }]],
    [object({ a: text }, []), { ...object({}), additionalProperties: {} }, []],
    [
      { type: 'array', items: object({ a: text }) },
      { type: 'array', items: object({}) },
      [{ path: 'at[].a', kind: 'not-left' }],
    ],
    [object({ a: text }, []), { anyOf: [object({}), object({ a: text })] }, []],
    [object({ a: text }), { anyOf: [object({}), object({ a: text })] }, [{ path: 'at.a', kind: 'not-always-left' }]],
    [{ anyOf: [object({ a: text }), text] }, text, []],
  ])('of %j and %j is %j', (reads, leaves, unmet) => expect(unmetReads(reads, leaves, 'at')).toEqual(unmet));
});

describe(judgeBumps, () => {
  const shipped = 'Ship Order';
  const announced = (bump?: Bump) => new Map(bump ? [['@order-workflow/shipping', bump]] : []);
  const at = (version: string, stages: readonly StageContract[]) => stages.map((stage) => ({ ...stage, version }));
  const more = leaving(shipped, (leaves) => ({
    ...leaves,
    properties: { ...leaves.properties, weight: { type: 'number' } },
  }));
  const less = leaving(shipped, without('bookedAt'));
  const asking = contracts.map((stage) =>
    stage.stateName === shipped
      ? {
          ...stage,
          reads: {
            ...stage.reads,
            required: [...(stage.reads.required ?? []), 'weight'],
            properties: { ...stage.reads.properties, weight: { type: 'number' } },
          },
        }
      : stage,
  );

  it.each<[string, readonly StageContract[], Bump | undefined, readonly string[]]>([
    [
      '1.2.3',
      less,
      'minor',
      ['shipping 1.2.3, Ship Order: shipment.bookedAt is not left as it was; its changeset says minor, expected major'],
    ],
    ['1.2.3', less, 'major', []],
    [
      '0.1.0',
      less,
      'patch',
      [
        'shipping 0.1.0, Ship Order: shipment.bookedAt is not left as it was; its changeset says patch, expected minor or more',
      ],
    ],
    ['0.1.0', less, 'minor', []],
    [
      '0.1.0',
      asking,
      'patch',
      [
        'shipping 0.1.0, Ship Order: weight is asked for as it was not; its changeset says patch, expected minor or more',
      ],
    ],
    ['1.2.3', more, 'patch', []],
    [
      '1.2.3',
      more,
      undefined,
      [
        'shipping 1.2.3, Ship Order: what it reads or leaves has changed compatibly; its changeset says nothing, expected patch or more',
      ],
    ],
    ['1.2.3', contracts, undefined, []],
  ])('of version %s', (version, now, bump, said) =>
    expect(judgeBumps(at(version, contracts), at(version, now), announced(bump))).toEqual(said),
  );
});

describe(readBumps, () => {
  it('takes the largest of all changesets', () => {
    const folder = mkdtempSync(join(tmpdir(), 'changesets-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'README.md'), '# Changesets\n');
    writeFileSync(join(folder, 'one.md'), '---\n\'@a/b\': patch\n"@a/c": minor\n---\n\nText, d: major\n');
    writeFileSync(join(folder, 'two.md'), "---\n'@a/b': minor\n---\n\nText\n");
    expect([...readBumps(folder)].toSorted()).toEqual([
      ['@a/b', 'minor'],
      ['@a/c', 'minor'],
    ]);
  });
});
