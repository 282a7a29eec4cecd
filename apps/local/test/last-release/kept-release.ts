import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FunctionName, Way } from './ways.ts';

/** What a function was sent and how it answered. Its tries with one answer are one call. */
export interface KeptCall {
  readonly function: FunctionName;
  /** The record as it was sent, with the execution. */
  readonly payload: KeptRecord;
  readonly answer:
    | { readonly receipt: KeptRecord }
    | { readonly error: { readonly name?: string; readonly cause?: string } };
}

export type KeptRecord = Readonly<Record<string, unknown>>;

/** A call as it is written down: of its payload what the call before it was not sent. */
export type WrittenCall = Omit<KeptCall, 'payload'> & { readonly adds: KeptRecord };

/** How an order went its way in a release. */
export interface KeptWay<Call = KeptCall> {
  readonly calls: readonly Call[];
  readonly states: readonly string[];
  readonly outcome: string;
}

/** Where a release comes from. */
export interface KeptSource {
  /** The commit that it was made of. */
  readonly commit: string;
}

/** A release as it is kept: where it comes from, its definition as CloudFormation has it, and what came of every way. */
export interface KeptRelease extends KeptSource {
  readonly definition: unknown;
  readonly ways: Readonly<Record<Way, KeptWay>>;
}

const infra = dirname(createRequire(import.meta.url).resolve('@order-workflow/infra/package.json'));
/** Where `cdk synth` leaves what is deployed today. */
export const synthesized = join(infra, 'cdk.out');
export const repository = dirname(infra);
const folder = join(infra, 'last-release');

/** The last release. */
export function readRelease(): KeptRelease {
  const ways = readJson<Record<Way, KeptWay<WrittenCall>>>(join(folder, 'ways.json'));
  const whole = Object.entries(ways).map(([way, kept]) => [way, { ...kept, calls: withPayloads(kept.calls) }]);
  return {
    ...readJson<KeptSource>(join(folder, 'release.json')),
    definition: readJson(join(folder, 'definition.json')),
    ways: Object.fromEntries(whole) as KeptRelease['ways'],
  };
}

/** Writes a release down as the last one. */
export function writeRelease({ commit, definition, ways }: KeptRelease): void {
  const write = (name: string, content: unknown) =>
    writeFileSync(join(folder, name), `${withoutFolders(JSON.stringify(content))}\n`);
  write('release.json', { commit } satisfies KeptSource);
  write('definition.json', definition);
  const short = Object.entries(ways).map(([way, kept]) => [way, { ...kept, calls: withAdditions(kept.calls) }]);
  write('ways.json', Object.fromEntries(short));
}

/** A stack trace tells where the repository lies on the machine that made it: of its files the names are kept. */
export function withoutFolders(text: string): string {
  return text.replaceAll(/file:\/\/\/(?:[^/\s)"\\]+\/)+/g, '');
}

function withAdditions(calls: readonly KeptCall[]): WrittenCall[] {
  return calls.map(({ payload, ...call }, index) => {
    const before = calls[index - 1]?.payload ?? {};
    const isNew = ([key, value]: [string, unknown]) => JSON.stringify(value) !== JSON.stringify(before[key]);
    return { ...call, adds: Object.fromEntries(Object.entries(payload).filter(isNew)) };
  });
}

function withPayloads(calls: readonly WrittenCall[]): KeptCall[] {
  let payload: KeptRecord = {};
  return calls.map(({ adds, ...call }) => {
    payload = { ...payload, ...adds };
    return { ...call, payload };
  });
}

/** The definition of a synthesized stack, as CloudFormation has it. */
export function definitionIn(assembly: string): unknown {
  return machineOf(readTemplate(assembly)).Properties['DefinitionString'];
}

/** What is deployed today with the definition of an earlier release, as executions have it that began before. */
export function withDefinition(definition: unknown, folderOfIts: string): string {
  cpSync(synthesized, folderOfIts, { recursive: true });
  const template = readTemplate(folderOfIts);
  machineOf(template).Properties['DefinitionString'] = definition;
  writeFileSync(join(folderOfIts, templateFile), JSON.stringify(template));
  return folderOfIts;
}

const templateFile = 'OrderWorkflow.template.json';

interface Template {
  readonly Resources: Readonly<Record<string, { readonly Type: string; readonly Properties: Record<string, unknown> }>>;
}

function readTemplate(assembly: string): Template {
  return readJson(join(assembly, templateFile));
}

function machineOf({ Resources }: Template) {
  const machine = Object.values(Resources).find(({ Type }) => Type === 'AWS::StepFunctions::StateMachine');
  if (!machine) throw new RangeError('the template has no state machine');
  return machine;
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8'));
}
