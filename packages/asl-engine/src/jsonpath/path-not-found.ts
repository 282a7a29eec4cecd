/** A definite path led nowhere. */
export class PathNotFound extends Error {
  override readonly name = 'PathNotFound';
  readonly path: string;

  constructor(path: string) {
    super(`The path ${path} leads nowhere.`);
    this.path = path;
  }
}
