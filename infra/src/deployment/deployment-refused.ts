/** The command asks for something that there is not. The message says what was given and what is expected. */
export class DeploymentRefused extends Error {
  override readonly name = 'DeploymentRefused';
}
