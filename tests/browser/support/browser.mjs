import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { output } from "./paths.mjs";
import { Watcher } from "./watcher.mjs";

export const executable = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Why the tests here cannot run, or false: for the option `skip` of a test. */
export const noBrowser = existsSync(executable) ? false : `there is no ${executable} (Debian: apt install chromium)`;

const args = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];
const waitMs = 15_000;

export const wide = { width: 1920, height: 1080 };
export const phone = { width: 360, height: 780 };

/** One browser with a profile of its own; each person in it has a context, as on a machine of his or her own. */
export class Browser {
  #chromium;
  #address;
  #pages = new Map();
  watcher = new Watcher();

  static async launch(address) {
    const browser = new Browser();
    browser.#address = address;
    // Without a user data folder given, Playwright makes a fresh one and removes it in the end.
    browser.#chromium = await chromium.launch({ executablePath: executable, args });
    return browser;
  }

  /** A first page for somebody new. */
  async person(who, options = {}) {
    const context = await this.#chromium.newContext({ baseURL: this.#address, viewport: wide, locale: "en-US", timezoneId: "Asia/Jerusalem", ...options });
    context.setDefaultTimeout(waitMs);
    return this.tab(context, who);
  }

  /** One more page of somebody. */
  async tab(context, who) {
    const page = await context.newPage();
    await this.watcher.watch(page, who);
    this.#pages.set(who, page);
    return page;
  }

  /** Pictures of all pages, for the one who has to find out what went wrong. */
  async picture(name) {
    const folder = join(output, "failures");
    mkdirSync(folder, { recursive: true });
    for (const [who, page] of this.#pages) {
      if (!page.isClosed()) await page.screenshot({ path: join(folder, `${fileName(name)}-${fileName(who)}.png`), timeout: 5000 }).catch(() => {});
    }
  }

  close = () => this.#chromium.close();
}

export const fileName = (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, "-");
