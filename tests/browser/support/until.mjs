const pollMs = 50;

/**
 * Waits until `check` gives a truthy value, and gives it back. A check that throws has not come true yet; what it said
 * last is told when the time is up.
 */
export async function until(what, check, { seconds = 15 } = {}) {
  const deadline = performance.now() + seconds * 1000;
  for (let last; ; ) {
    try {
      const value = await check();
      if (value) return value;
      last = `got ${JSON.stringify(value)}`;
    } catch (error) {
      last = error.message;
    }
    if (performance.now() > deadline) throw new Error(`Waited ${seconds} s in vain until ${what}: ${last}`);
    await new Promise((done) => setTimeout(done, pollMs));
  }
}
