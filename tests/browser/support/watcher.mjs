import assert from "node:assert/strict";

/** The sign-in page asks who is signed in; that nobody is comes as a 401, which the browser logs as an error. */
const harmless = [/the server responded with a status of 401 .*\/api\/v1\/sessions\/current$/];

/** What a browser logs while the server is away. */
export const serverAway = [
  /net::ERR_(CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING|SOCKET_NOT_CONNECTED)/,
  /WebSocket connection to .* failed/,
  /the server responded with a status of 503/,
];

/** Keeps everything that goes wrong inside the pages: exceptions, console errors, violations of the content policy. */
export class Watcher {
  #problems = [];
  #expected = [];

  async watch(page, who) {
    const note = (text) => {
      if (![...harmless, ...this.#expected].some((pattern) => pattern.test(text))) this.#problems.push(`${who}: ${text}`);
    };
    page.on("pageerror", (error) => note(`exception: ${error.stack ?? error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error") note(`console: ${message.text()} ${message.location().url}`);
    });
    page.on("crash", () => note("the page crashed"));
    await page.addInitScript(() => {
      addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) =>
        console.error(`content security policy: ${violatedDirective} refused ${blockedURI} in ${sourceFile}`));
    });
  }

  /** While `action` goes on, what matches one of the patterns is no problem. */
  async expecting(patterns, action) {
    this.#expected = patterns;
    try {
      return await action();
    } finally {
      this.#expected = [];
    }
  }

  assertClean() {
    assert.deepEqual(this.#problems, [], "the pages must be free of errors");
  }
}
