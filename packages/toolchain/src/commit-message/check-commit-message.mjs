// What .githooks/commit-msg runs, with the file that holds the message.
import { readFileSync } from 'node:fs';
import { judgeCommitMessage } from './judge-commit-message.mjs';

const message = readFileSync(process.argv[2], 'utf8');
const problems = judgeCommitMessage(message);
if (problems.length > 0) {
  console.error(
    `The message of this commit: ${problems.join('; ')}.\nExpected as in \`git log\`, and CONTRIBUTING.md.`,
  );
  process.exitCode = 1;
}
