import { useSyncExternalStore } from 'react';

export type ToastTone = 'error' | 'warning' | 'success' | 'info';

export interface Toast {
  id: number;
  tone: ToastTone;
  text: string;
}

/** More than this many would cover the desk; the oldest go. */
const maxToasts = 4;
const shownForMs: Record<ToastTone, number> = { error: 8_000, warning: 8_000, success: 3_500, info: 6_000 };

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]) {
  toasts = next;
  listeners.forEach((listener) => listener());
}

export const dismissToast = (id: number) => change(toasts.filter((toast) => toast.id !== id));

/** Shows a short message for some seconds; the same one again starts its time anew instead of piling up. */
export function showToast(tone: ToastTone, text: string) {
  const id = ++lastId;
  change([...toasts.filter((toast) => toast.text !== text), { id, tone, text }].slice(-maxToasts));
  setTimeout(() => dismissToast(id), shownForMs[tone]);
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useToasts = () => useSyncExternalStore(subscribe, () => toasts);
