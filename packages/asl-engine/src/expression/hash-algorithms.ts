/** What States.Hash and `$hash` call their algorithms, and what node:crypto does (spec, "States.Hash"). */
export const hashAlgorithms: Readonly<Record<string, string>> = {
  MD5: 'md5',
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
};
