import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleFiles } from '@order-workflow/toolchain/bundle-files';

interface Template {
  readonly Parameters: unknown;
  readonly Conditions: unknown;
  readonly Resources: Readonly<Record<string, Resource>>;
}

interface Resource {
  readonly Type: string;
  readonly Properties: {
    readonly Code?: { readonly S3Key: string };
  };
}

interface Assets {
  readonly files: Readonly<Record<string, { readonly source: { readonly path: string } }>>;
}

/** What an execution runs on. Roles, alarms and the like have no part in what stages understand of each other. */
const kept = /^AWS::(StepFunctions::StateMachine|Lambda::(Function|Version|Alias)|SNS::Topic|SQS::Queue)$/;

const stack = 'OrderWorkflow';

/**
 * Writes a synthesized stack down as the last release: a cloud assembly with the state machine, its functions, topics and
 * queues. What a bundle imports only to read a secret is left out, since nothing that runs without an account gets so
 * far. Returns a line for each function.
 */
export function keepRelease(assembly: string, release: string): readonly string[] {
  const { Parameters, Conditions, Resources } = readJson<Template>(join(assembly, `${stack}.template.json`));
  const { files } = readJson<Assets>(join(assembly, `${stack}.assets.json`));
  const resources = Object.entries(Resources).filter(([, { Type }]) => kept.test(Type));
  const bundles = resources.flatMap(([id, { Properties }]) => {
    const hash = Properties.Code?.S3Key.replace(/\.zip$/, '') ?? '';
    const asset = files[hash];
    return asset ? [{ hash, id, path: asset.source.path }] : [];
  });

  rmSync(release, { recursive: true, force: true });
  mkdirSync(release, { recursive: true });
  for (const { id, path } of bundles) {
    const from = join(assembly, path);
    for (const file of bundleFiles(from, (name) => !name.startsWith('read-secret-')))
      cpSync(join(from, file), join(release, id, file));
  }
  const write = (name: string, content: unknown) =>
    writeFileSync(join(release, name), `${JSON.stringify(content, null, 2)}\n`);
  write('manifest.json', { artifacts: { [stack]: { type: 'aws:cloudformation:stack' } } });
  write(`${stack}.assets.json`, {
    files: Object.fromEntries(bundles.map(({ hash, id }) => [hash, { source: { path: id } }])),
  });
  write(`${stack}.template.json`, { Parameters, Conditions, Resources: Object.fromEntries(resources) });
  return bundles.map(({ id }) => `kept ${id}`);
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8'));
}
