import { render, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useKeptFocus } from '../src/app/useKeptFocus';

function Screen({ lead, usable = true }: { lead: string | null; usable?: boolean }) {
  useKeptFocus();
  return (
    <main>
      <h1>{lead ?? 'Ready'}</h1>
      {lead !== null && <button disabled={!usable}>Call</button>}
    </main>
  );
}

it('moves the focus to the heading when its control goes', async () => {
  const { rerender } = render(<Screen lead="Noa" />);
  screen.getByRole('button').focus();
  rerender(<Screen lead={null} />);
  await waitFor(() => expect(screen.getByRole('heading')).toHaveFocus());
});

it('moves the focus to the heading when its control can no longer be used', async () => {
  const { rerender } = render(<Screen lead="Noa" />);
  screen.getByRole('button').focus();
  rerender(<Screen lead="Noa" usable={false} />);
  await waitFor(() => expect(screen.getByRole('heading')).toHaveFocus());
});

it('leaves the focus alone while its control is there', async () => {
  const { rerender } = render(<Screen lead="Noa" />);
  screen.getByRole('button').focus();
  rerender(<Screen lead="Dana" />);
  await screen.findByText('Dana');
  expect(screen.getByRole('button')).toHaveFocus();
});
