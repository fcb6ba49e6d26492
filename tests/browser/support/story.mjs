import { it } from "node:test";

/** Steps of one story: each stands on the ones before, so that after a failure the rest is skipped. */
export function story(browserOf) {
  let broken;
  return (name, body) =>
    it(name, async (context) => {
      if (broken) return context.skip(`"${broken}" failed`);
      try {
        await body(context);
      } catch (error) {
        broken = name;
        await browserOf()?.picture(name);
        throw error;
      }
    });
}
