import '@xyflow/react/dist/base.css';
import './styles/tokens.css';
import './styles/page.css';
import './styles/controls.css';
import './styles/tables.css';
import './styles/execution.css';
import './styles/graph.css';
import './styles/waterfall.css';
import './styles/forms.css';
import './styles/local.css';
import './styles/desk.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { ErrorBoundary } from './parts/error-boundary.tsx';
import { applyTheme, readTheme } from './theme/theme.ts';

applyTheme(readTheme());

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <ErrorBoundary>
        <App />
      </ErrorBoundary>
    </StrictMode>,
  );
}
