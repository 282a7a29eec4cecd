import { Component, type ReactNode } from 'react';
import { formatRoute } from '../route/route.ts';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly problem: string | null;
}

/** Shows what went wrong in place of what cannot be drawn, instead of a white page. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { problem: null };

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { problem: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }

  override render(): ReactNode {
    const { problem } = this.state;
    if (problem === null) return this.props.children;
    return (
      <section className="card nothing" role="alert">
        <h1>This cannot be shown</h1>
        <p>
          A defect of this page, not of the order. What executions do goes on, and <code>pnpm order show</code> tells it
          too.
        </p>
        <p>
          <code>{problem.slice(0, 500)}</code>
        </p>
        <p className="buttons">
          <button type="button" onClick={() => this.setState({ problem: null })}>
            Try again
          </button>
          <a className="button" href={formatRoute({ view: 'executions' })}>
            Show all executions
          </a>
        </p>
      </section>
    );
  }
}
