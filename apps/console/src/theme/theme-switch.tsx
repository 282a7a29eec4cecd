import { useState } from 'react';
import { applyTheme, readTheme, type Theme, themes } from './theme.ts';

const names: Readonly<Record<Theme, string>> = { system: 'System', light: 'Light', dark: 'Dark' };

export function ThemeSwitch() {
  const [theme, setTheme] = useState(readTheme);

  function choose(wanted: string): void {
    const chosen = themes.find((known) => known === wanted) ?? 'system';
    applyTheme(chosen);
    setTheme(chosen);
  }

  return (
    <label className="theme-switch">
      <span>Theme</span>
      <select value={theme} onChange={(event) => choose(event.target.value)}>
        {themes.map((name) => (
          <option key={name} value={name}>
            {names[name]}
          </option>
        ))}
      </select>
    </label>
  );
}
