import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AssemblyUnreadable } from './assembly.ts';

/** A stack as `cdk synth` leaves it: its template, and where its assets lie. */
export interface SynthesizedStack {
  readonly name: string;
  readonly template: Template;
  /** Folder of a file asset by its hash. */
  readonly assetPaths: ReadonlyMap<string, string>;
  readonly synthesizedAt: Date;
}

/** The stack that holds the state machines, and those beside it. */
export interface SynthesizedStacks {
  readonly workflow: SynthesizedStack;
  readonly others: readonly SynthesizedStack[];
}

interface Manifest {
  readonly artifacts?: Readonly<
    Record<string, { readonly type: string; readonly properties?: { readonly templateFile?: string } }>
  >;
}

interface AssetManifest {
  readonly files: Readonly<Record<string, { readonly source: { readonly path?: string } }>>;
}

/**
 * Reads the stacks of a cloud assembly, of which one holds a state machine.
 *
 * @throws AssemblyUnreadable when there is none, or more than one
 */
export function readSynthesizedStacks(directory: string): SynthesizedStacks {
  const manifestPath = join(directory, 'manifest.json');
  if (!existsSync(manifestPath)) {
    throw new AssemblyUnreadable(`${directory} holds no synthesized workflow: run \`pnpm synth\` first`);
  }
  const { artifacts = {} } = readJson<Manifest>(manifestPath);
  const stacks = Object.entries(artifacts)
    .filter(([, { type }]) => type === 'aws:cloudformation:stack')
    .map(([name, { properties }]) => ({
      name,
      template: readJson<Template>(join(directory, properties?.templateFile ?? `${name}.template.json`)),
    }));
  const holding = stacks.filter(({ template }) => Object.values(template.Resources).some(takesOrders));
  const [stack, another] = holding;
  if (!stack) throw new AssemblyUnreadable(`${directory}: no stack holds a state machine`);
  if (another)
    throw new AssemblyUnreadable(`${directory}: ${stack.name} and ${another.name} both hold a state machine`);
  const { mtime: synthesizedAt } = statSync(manifestPath);
  const withAssets = (one: typeof stack) => ({
    ...one,
    assetPaths: readAssetPaths(directory, one.name),
    synthesizedAt,
  });
  return { workflow: withAssets(stack), others: stacks.filter((one) => one !== stack).map(withAssets) };
}

/** Whether it is a state machine of the workflow itself: the order API has one for batches. */
function takesOrders({ Type, Metadata }: Template['Resources'][string]): boolean {
  return Type === 'AWS::StepFunctions::StateMachine' && machineNote(Metadata) !== 'batches';
}

function readAssetPaths(directory: string, stackName: string): ReadonlyMap<string, string> {
  const { files } = readJson<AssetManifest>(join(directory, `${stackName}.assets.json`));
  return new Map(
    Object.entries(files).flatMap(([hash, { source }]) =>
      source.path === undefined ? [] : [[hash, join(directory, source.path)]],
    ),
  );
}

function readJson<T>(path: string): T {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new AssemblyUnreadable(`${path} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}

/** A CloudFormation resource as the template writes it. */
export interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  /** Of whoever made the template; nothing is done with it where it is deployed. */
  readonly Metadata?: Readonly<Record<string, unknown>>;
  /** Name of the condition under which it exists. */
  readonly Condition?: string;
}

/** The parts of a CloudFormation template that say what is deployed. */
export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Parameters?: Readonly<Record<string, { readonly Type: string; readonly Default?: unknown }>>;
  readonly Conditions?: Readonly<Record<string, unknown>>;
  readonly Outputs?: Readonly<Record<string, { readonly Value?: unknown }>>;
  readonly Mappings?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
}

/**
 * What a template says of a state machine that takes no orders itself: it cancels them, or works on batches of them
 * (infra/src/constructs/cancellation-machine.ts, batch-machine.ts).
 */
export function machineNote(metadata: Readonly<Record<string, unknown>> | undefined): unknown {
  return metadata?.['OrderWorkflow::Machine'];
}
