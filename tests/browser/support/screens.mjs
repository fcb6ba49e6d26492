import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { assertAccessible } from "./accessible.mjs";
import { phone, wide } from "./browser.mjs";
import { screenshots } from "./paths.mjs";
import { until } from "./until.mjs";

/** A handle that the web app promises to tests (see its README). */
export const at = (page, testId) => page.getByTestId(testId);

/** Waits until the element's attribute has the value. */
export const attribute = (page, testId, name, value, options) =>
  until(`${testId} has ${name}=${value}`, async () => {
    const is = await at(page, testId).getAttribute(name, { timeout: 1000 });
    if (is !== value) throw new Error(`it has ${is}`);
    return true;
  }, options);

/** Waits until the element reads so. */
export const reads = (page, testId, text, options) =>
  until(`${testId} reads "${text}"`, async () => {
    const is = (await at(page, testId).innerText({ timeout: 1000 })).trim();
    if (is !== text) throw new Error(`it reads "${is}"`);
    return true;
  }, options);

export const gone = (page, testId) => at(page, testId).waitFor({ state: "detached" });

export async function signIn(page, user, password, path = "/") {
  await page.goto(path);
  await at(page, "sign-in-user").fill(user);
  await at(page, "sign-in-password").fill(password);
  await at(page, "sign-in-submit").click();
  // The form goes before the next screen's files have come; only the address tells that we are there.
  await page.waitForURL(({ pathname }) => pathname !== "/sign-in");
}

export const connected = (page) => attribute(page, "connection-state", "data-state", "connected");

export async function goAvailable(page) {
  await connected(page);
  await at(page, "presence-available").click();
  await attribute(page, "presence-current", "data-presence", "available");
}

/** Waits for a ringing offer of the lead. */
export async function offered(page, name) {
  await at(page, "offer-card").getByText(name).waitFor();
  return at(page, "offer-card").getAttribute("data-offer-id");
}

export async function switchTo(page, language) {
  if ((await page.evaluate(() => document.documentElement.lang)) === language) return;
  await at(page, "lang-switch").first().click();
  await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
}

/** Nothing may stick out sideways: on a phone that makes every swipe a fight. */
export async function assertFits(page, name) {
  const { scroll, inner } = await page.evaluate(() => ({ scroll: document.documentElement.scrollWidth, inner: innerWidth }));
  assert.ok(scroll <= inner, `${name} is ${scroll} px wide on a screen of ${inner} px`);
}

const sizes = [["1920x1080", wide], ["360x780", phone]];

/** Keeps the screen as it is now, and holds it against the rules of accessibility. */
async function keepNow(page, name, language, size, viewport) {
  mkdirSync(screenshots, { recursive: true });
  await assertFits(page, `${name} (${language})`);
  await assertAccessible(page, `${name} (${language}, ${size})`);
  // Where the pointer was left, buttons look as if they were meant.
  await page.mouse.move(viewport.width - 2, viewport.height - 2);
  await page.screenshot({ path: join(screenshots, `${name}-${language}-${size}.png`), animations: "disabled" });
}

/** Keeps the screen as it is in both sizes and both languages. */
export async function keep(page, name) {
  for (const [size, viewport] of sizes) {
    await page.setViewportSize(viewport);
    for (const language of ["en", "he"]) {
      await switchTo(page, language);
      await keepNow(page, name, language, size, viewport);
    }
  }
  await page.setViewportSize(wide);
  await switchTo(page, "en");
}

/** The same for what covers the switch of the language: it is opened and closed in each. */
export async function keepOpened(page, name, open, close = () => page.keyboard.press("Escape")) {
  for (const language of ["en", "he"]) {
    await switchTo(page, language);
    await open();
    await page.getByRole("dialog").waitFor();
    for (const [size, viewport] of sizes) {
      await page.setViewportSize(viewport);
      await keepNow(page, name, language, size, viewport);
    }
    await page.setViewportSize(wide);
    await close();
    await page.getByRole("dialog").waitFor({ state: "detached" });
  }
  await switchTo(page, "en");
}
