// Runs in whatever Node a hook of git finds: no types, no dependencies.

/**
 * What is wrong with the message of a commit; nothing where it is a sentence that says what the commit does, as in `git log`. What git
 * itself writes for merges, reverts and fixups passes.
 *
 * @param {string} message
 * @returns {readonly string[]}
 */
export function judgeCommitMessage(message) {
  const [subject = '', second = ''] = message
    .replace(/^#.*\n?/gm, '')
    .trimStart()
    .split('\n');
  if (/^(Merge|Revert) |^(fixup|squash|amend)! /.test(subject)) return [];
  const rules = [
    [subject.trim() === '', 'it is empty'],
    [/^[a-z]+(\([^)]*\))?!?: /.test(subject), 'it begins with a prefix, expected a sentence'],
    [/^\p{Ll}/u.test(subject), 'it begins with a small letter'],
    [/\.$/.test(subject), 'it ends with a full stop'],
    [
      /^(Add|Fix|Update|Chang|Remov|Mov|Mak)(e?d|ing|s|es) /.test(subject),
      'it is not imperative, expected "Add", not "Added"',
    ],
    [subject.length > 160, `it has ${subject.length} characters, expected 160 at most; details go below an empty line`],
    [second.trim() !== '', 'its second line is not empty'],
  ];
  return rules.filter(([broken]) => broken).map(([, says]) => says);
}
