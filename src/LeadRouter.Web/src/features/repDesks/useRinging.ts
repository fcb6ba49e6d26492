import { useEffect, useSyncExternalStore } from 'react';
import { isSoundBlocked, onSoundChange, startRinging, unlockSound } from './ringTone';

const flashEveryMs = 900;

/** Whether the browser keeps the page silent; it does after a reload, until the rep touches the page. */
export const useSoundBlocked = () => useSyncExternalStore(onSoundChange, isSoundBlocked);

/** Makes a ringing offer heard, seen in the tab's title, and felt on a phone. */
export function useRinging(ringing: boolean, muted: boolean, title: string): void {
  useEffect(() => {
    // Signing in was a touch that counts; creating the sound without one would only make the browser complain.
    if (navigator.userActivation?.hasBeenActive) unlockSound();
    document.addEventListener('pointerdown', unlockSound);
    document.addEventListener('keydown', unlockSound);
    return () => {
      document.removeEventListener('pointerdown', unlockSound);
      document.removeEventListener('keydown', unlockSound);
    };
  }, []);

  useEffect(() => (ringing && !muted ? startRinging() : undefined), [ringing, muted]);

  useEffect(() => {
    if (!ringing) return;
    const usual = document.title;
    // A page that nobody has touched yet may not vibrate; asking all the same only fills the console.
    const vibrate = () =>
      'vibrate' in navigator && navigator.userActivation?.hasBeenActive && navigator.vibrate([300, 150, 300]);
    document.title = title;
    vibrate();
    const timer = setInterval(() => {
      document.title = document.title === title ? usual : title;
      if (document.title === title) vibrate();
    }, flashEveryMs);
    return () => {
      clearInterval(timer);
      document.title = usual;
    };
  }, [ringing, title]);
}
