/** A colour in light and in dark surroundings. */
type Colour = readonly [light: string, dark: string];

const declaration = /--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g;

/**
 * The declarations of styles/tokens.css for a picture that stands alone, once for each theme: a viewer of pictures asks for a
 * theme by `prefers-color-scheme`, and does not know `light-dark()` everywhere.
 */
export function pictureColours(tokens: string): string {
  const colours = new Map<string, Colour>(
    [...tokens.matchAll(declaration)].map(([, name = '', light = '', dark = '']) => [name, [light, dark]]),
  );
  const theme = (index: 0 | 1) => [...colours].map(([name, colour]) => `--${name}:${colour[index]}`).join(';');
  return `:root{${theme(0)}}\n@media (prefers-color-scheme: dark){:root{${theme(1)}}}`;
}
