import type { StageNames } from './stage-names.ts';

/**
 * Puts names in the place of `{{…}}`.
 *
 * @throws RangeError when the template asks for a name that there is not
 */
export function fillTemplate(template: string, names: StageNames): string {
  return template.replaceAll(/\{\{([\w -]+)\}\}/g, (_, name: string) => {
    const filled = names[name as keyof StageNames];
    if (filled === undefined) throw new RangeError(`the template asks for {{${name}}}`);
    return filled;
  });
}
