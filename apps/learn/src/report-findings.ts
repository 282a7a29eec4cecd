import { type Finding, isRight } from './finding.ts';
import type { Lesson } from './lesson.ts';

/** What is right and what is missing, and what to do next. */
export function reportFindings(lesson: Lesson, findings: readonly Finding[], next: Lesson | undefined): string {
  const lines = findings.map(({ says, but }) =>
    but === undefined ? `  ✓ ${says}` : `  ✗ ${says}\n    but ${but.replaceAll('\n', '\n    ')}`,
  );
  return `${lines.join('\n')}\n\n${isRight(findings) ? done(lesson, next) : missing(lesson, findings)}`;
}

function done({ number }: Lesson, next: Lesson | undefined): string {
  const onwards = next === undefined ? 'That was the last.' : `Next: docs/learn/${next.folder}/README.md`;
  return `Exercise ${number} is done. ${onwards}`;
}

function missing({ number, folder, exercise }: Lesson, findings: readonly Finding[]): string {
  const left = findings.filter(({ but }) => but !== undefined).length;
  const change = exercise === undefined ? '' : ` Change docs/learn/${folder}/${exercise}, then:`;
  return `Not done yet, ${left} of ${findings.length} missing.${change} pnpm lesson ${number}`;
}
