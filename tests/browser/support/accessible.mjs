import assert from "node:assert/strict";
import axe from "axe-core";
import { until } from "./until.mjs";

/** No screen may have one of these. */
const bad = ["critical", "serious"];
/** Of the milder rules those that a person without eyes finds the way by. */
const ways = ["landmark-one-main", "page-has-heading-one"];

/** Holds the page against the rules of axe; what is wrong is told with the elements. */
export async function assertAccessible(page, name) {
  // Not by a script element, which the page's content security policy refuses.
  await page.evaluate(axe.source);
  // What fades in is not what is read: colours are measured when it stands still.
  await page.evaluate(() => Promise.all(document.getAnimations().filter((one) => one.effect.getTiming().iterations !== Infinity).map((one) => one.finished.catch(() => {}))));
  const { violations } = await page.evaluate(() => globalThis.axe.run({ resultTypes: ["violations"] }));
  const wrong = violations
    .filter(({ id, impact }) => bad.includes(impact) || ways.includes(id))
    .flatMap(({ id, nodes }) => nodes.map(({ target, any }) => `${id}: ${target.join(" ")}: ${any.map(({ message }) => message).join(" ")}`));
  assert.deepEqual(wrong, [], `${name} has what keeps people out`);
}

/** After what was done, a person without a mouse goes on from a control or a heading, and not from the page's start. */
export const focusKept = (page) => until("the focus is somewhere", () => page.evaluate(() => document.activeElement !== document.body));
