import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const module = fileURLToPath(new URL('read-options.ts', import.meta.url));
const options = "'soak [--seed N]', { seed: { type: 'string', default: '1' } }";
const scripts = {
  options: `readOptions(${options})`,
  words: `readCommand(${options}, 1).words`,
};
const called = (...words: readonly string[]) => calledAs('options', ...words);
const calledAs = (reading: keyof typeof scripts, ...words: readonly string[]) => {
  const script = `import { readCommand, readOptions } from ${JSON.stringify(module)};
    process.stdout.write(JSON.stringify(${scripts[reading]}));`;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', script, '--', ...words],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr: stderr.split('\n') };
};

describe('readOptions', () => {
  it('reads what was given, and what is left out as it is by default', () => {
    expect(called('--seed', '7').stdout).toBe('{"seed":"7"}');
    expect(called().stdout).toBe('{"seed":"1"}');
  });

  it('says how the command is called where that is asked', () => {
    expect(called('--help')).toMatchObject({ status: 0, stdout: 'Usage: soak [--seed N]\n' });
  });

  it('says what it cannot read, and how the command is called', () => {
    const { status, stderr } = called('--sead', '7');
    expect({ status, stderr }).toMatchObject({
      status: 2,
      stderr: [expect.stringContaining("'--sead'"), 'Usage: soak [--seed N]', ''],
    });
  });

  it('takes as many words besides as the command has, and no more', () => {
    expect(calledAs('words', '7').stdout).toBe('["7"]');
    const refused = { status: 2, stderr: [expect.anything(), 'Usage: soak [--seed N]', ''] };
    expect(calledAs('words', '7', '8')).toMatchObject(refused);
    expect(called('7')).toMatchObject(refused);
  });
});
