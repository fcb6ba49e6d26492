import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Page.module.css';

interface Props {
  title: ReactNode;
  /** Buttons beside the title. */
  actions?: ReactNode;
  children: ReactNode;
}

export function Page({ title, actions, children }: Props) {
  return (
    <>
      <div className={classes.head}>
        <Title order={1} size="h2">
          {title}
        </Title>
        <div className={classes.actions}>{actions}</div>
      </div>
      {children}
    </>
  );
}

/** A white surface on the page; wide tables scroll inside it and not the page. */
export const Panel = ({ children }: { children: ReactNode }) => <section className={classes.panel}>{children}</section>;
