import { useEffect } from 'react';

/** The screen's heading, which may take the focus for this. */
const home = 'main h1';

const isGone = (element: Element) => !element.isConnected || element.matches(':disabled');

/**
 * When the control that had the focus is gone or can no longer be used, the focus goes to the screen's heading. The
 * browser would let it fall to the page's start, from where a person without a mouse has to find the way back.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let last: Element | null = null;
    const note = ({ target }: FocusEvent) => (last = target instanceof Element ? target : null);
    const keep = () => {
      const { activeElement } = document;
      if (last === null || !isGone(last) || (activeElement !== document.body && activeElement !== last)) return;
      const heading = document.querySelector<HTMLElement>(home);
      heading?.setAttribute('tabindex', '-1');
      heading?.focus({ preventScroll: true });
    };
    const observer = new MutationObserver(keep);
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    document.addEventListener('focusin', note);
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', note);
    };
  }, []);
}
