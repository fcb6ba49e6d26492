import { useEffect, useEffectEvent } from 'react';

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable="true"]') !== null;

const actsOnEnter = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('button, a, summary, [role="button"]') !== null;

/**
 * Keyboard shortcuts of the whole page. Keys are physical (`KeyC`, `Digit1`, `Enter`), because on a Hebrew keyboard the
 * key C types another letter. Nothing fires while the person types, and Enter on a focused button stays that button's.
 */
export function useKeys(bindings: Record<string, () => void>, enabled = true): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.repeat || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target)) return;
    const code = event.code.replace(/^Numpad(\d)$/, 'Digit$1').replace('NumpadEnter', 'Enter');
    const action = bindings[code];
    if (!action || (code === 'Enter' && actsOnEnter(event.target))) return;
    event.preventDefault();
    action();
  });
  useEffect(() => {
    if (!enabled) return;
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [enabled]);
}
