import { useEffect, type RefObject } from 'react';

const isTypingNow = () => document.activeElement?.matches('input, textarea, select') ?? false;

/**
 * Keeps the focus in a card while it is shown: its first button takes it, but never out of a text that is being typed,
 * Tab goes round inside and comes in from anywhere else, and afterwards the focus goes back to where it was.
 * @param key another one begins anew.
 */
export function useHeldFocus(card: RefObject<HTMLElement | null>, key: string): void {
  useEffect(() => {
    const before = document.activeElement;
    const buttons = () => [...(card.current?.querySelectorAll<HTMLElement>('button:not(:disabled)') ?? [])];
    const hold = (event: KeyboardEvent) => {
      const inside = buttons();
      if (event.key !== 'Tab' || inside.length === 0) return;
      event.preventDefault();
      const at = inside.findIndex((button) => button === document.activeElement);
      const step = event.shiftKey ? -1 : 1;
      inside[at < 0 ? 0 : (at + step + inside.length) % inside.length]?.focus();
    };
    document.addEventListener('keydown', hold);
    if (!isTypingNow()) buttons()[0]?.focus();
    return () => {
      document.removeEventListener('keydown', hold);
      const lost = document.activeElement === null || document.activeElement === document.body;
      if (lost && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [card, key]);
}
