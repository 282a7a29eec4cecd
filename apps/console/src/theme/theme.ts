import { readStored, store } from '../storage/stored.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const key = 'order-workflow-theme';

/** The theme that was chosen on this machine, else the system's. */
export function readTheme(): Theme {
  const stored = readStored('localStorage', key);
  return themes.find((theme) => theme === stored) ?? 'system';
}

/** Shows the page in a theme, and remembers it where that is allowed. */
export function applyTheme(theme: Theme): void {
  store('localStorage', key, theme);
  document.documentElement.dataset['theme'] = theme;
}
