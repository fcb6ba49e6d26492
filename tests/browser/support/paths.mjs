import { join, resolve } from "node:path";

export const root = resolve(import.meta.dirname, "../../..");
export const webDist = join(root, "src/LeadRouter.Web/dist");
export const serverProject = join(root, "src/LeadRouter.Server");
export const serverDll = join(serverProject, "bin/Release/net10.0/LeadRouter.Server.dll");
/** Logs, and pictures of what was on the screens when a step failed. */
export const output = process.env.LEADROUTER_TEST_OUTPUT ?? join(root, ".test-output/browser");
export const screenshots = join(root, ".test-output/screenshots");
