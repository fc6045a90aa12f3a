import { Component, type ReactNode } from 'react';
import { ErrorState } from '../states/error-state.js';

/** Keeps a broken part from taking the page with it; trying again draws it anew. */
export class Mishap extends Component<{ children: ReactNode }, { error: unknown }> {
  override state = { error: undefined };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    if (this.state.error === undefined) return this.props.children;
    return <ErrorState error={this.state.error} retry={() => this.setState({ error: undefined })} />;
  }
}
