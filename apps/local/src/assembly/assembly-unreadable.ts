/** The synthesized assembly is missing, or holds something that this reader does not know. The message says where. */
export class AssemblyUnreadable extends Error {
  override readonly name = 'AssemblyUnreadable';
}
