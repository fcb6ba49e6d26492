import type { ReactNode } from 'react';
import classes from './OwnText.module.css';

/**
 * One line of text in a language of its own, such as a name: it reads in its own direction, loses its end and not its
 * beginning when there is no room, and still stands on the page's side.
 */
export function OwnText({ children, className = '' }: { children: ReactNode; className?: string | undefined }) {
  return (
    <span dir="auto" className={`${classes.text} ${className}`}>
      {children}
    </span>
  );
}
