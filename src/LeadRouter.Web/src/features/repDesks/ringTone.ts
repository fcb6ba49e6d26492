/** A generated two-note ring, so that no sound file has to load before the first lead can be heard. */
const notesHz = [784, 988] as const;
const noteSeconds = 0.18;
const ringEveryMs = 1_400;
const loudness = 0.25;

const supported = typeof AudioContext !== 'undefined';
let context: AudioContext | undefined;
const listeners = new Set<() => void>();

/** Browsers let a page sound only after the person touched it; called on every touch and key until it does. */
export function unlockSound(): void {
  if (!supported || context?.state === 'running') return;
  if (!context) {
    context = new AudioContext();
    context.onstatechange = () => listeners.forEach((listener) => listener());
  }
  void context.resume();
}

/** True while the browser would keep a ring silent. */
export const isSoundBlocked = () => supported && context?.state !== 'running';

export function onSoundChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function playOnce() {
  if (context?.state !== 'running') return;
  const { currentTime, destination } = context;
  for (let i = 0; i < 4; i++) {
    const startsAt = currentTime + i * noteSeconds;
    const tone = context.createOscillator();
    const gain = context.createGain();
    tone.frequency.value = notesHz[i % 2] ?? notesHz[0];
    // The ramps keep the speaker from clicking.
    gain.gain.setValueAtTime(0, startsAt);
    gain.gain.linearRampToValueAtTime(loudness, startsAt + 0.02);
    gain.gain.linearRampToValueAtTime(0, startsAt + noteSeconds);
    tone.connect(gain).connect(destination);
    tone.start(startsAt);
    tone.stop(startsAt + noteSeconds);
  }
}

/** Rings until the returned function is called. */
export function startRinging(): () => void {
  playOnce();
  const timer = setInterval(playOnce, ringEveryMs);
  return () => clearInterval(timer);
}
