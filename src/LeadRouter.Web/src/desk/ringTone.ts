/** A generated two-note ring, so that no sound file has to load before the first lead can be heard. */
const notesHz = [784, 988] as const;
const noteSeconds = 0.18;
const ringEveryMs = 1_400;
const loudness = 0.25;

let context: AudioContext | undefined;

/** Browsers let a page sound only after the person touched it; called on the first touch or key. */
export function unlockSound(): void {
  if (typeof AudioContext === 'undefined') return;
  context ??= new AudioContext();
  if (context.state === 'suspended') void context.resume();
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
