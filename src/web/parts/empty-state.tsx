// What a screen says when there is nothing yet: why, and the one thing to do about it.
import type { ReactNode } from "react";

interface EmptyStateProps {
  readonly title: ReactNode;
  readonly text?: ReactNode;
  readonly action?: ReactNode;
}

export function EmptyState({ title, text, action }: EmptyStateProps): ReactNode {
  return (
    <div className="empty">
      <p className="empty__title">{title}</p>
      {text === undefined ? null : <p className="quiet">{text}</p>}
      {action === undefined ? null : <div className="row">{action}</div>}
    </div>
  );
}
