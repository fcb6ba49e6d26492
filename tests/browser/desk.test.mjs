// What happens at a rep's desk on an ordinary day beside the straight way.
import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import { Api, postLead } from "./support/api.mjs";
import { Browser, noBrowser } from "./support/browser.mjs";
import { at, attribute, connected, goAvailable, gone, offered, signIn } from "./support/screens.mjs";
import { Server } from "./support/server.mjs";
import { story } from "./support/story.mjs";
import { until } from "./support/until.mjs";

const adminPassword = "desk-admin-password";
const rep = { user: "lior", password: "rep-lior-password", name: "Lior Azoulay" };

describe("the rep desk", { skip: noBrowser }, () => {
  let server, browser, api, desk, second;
  const step = story(() => browser);

  before(async () => {
    server = await Server.start("desk", {
      settings: [
        "--Telephony:Carrier", "simulated", "--Telephony:Simulated:AnswerRate", "0", "--Telephony:Simulated:BusyRate", "0",
        "--Telephony:Simulated:FailRate", "0", "--Telephony:Simulated:RingSeconds", "1",
      ],
      env: { LEADROUTER__Bootstrap__AdminPassword: adminPassword },
    });
    api = await Api.signIn(server.address, "admin", adminPassword);
    await api.post("/api/v1/reps", rep);
    browser = await Browser.launch(server.address);
    desk = await browser.person("rep");
    await signIn(desk, rep.user, rep.password, "/desk");
    await goAvailable(desk);
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  const types = async (leadId) => (await api.lead(leadId)).timeline.map(({ type }) => type);

  step("a reload while it rings shows the same offer again", async () => {
    await postLead(server, { name: "Rina Reload", phone: "052-1000001" });
    const offer = await offered(desk, "Rina Reload");
    await desk.reload();
    assert.equal(await offered(desk, "Rina Reload"), offer);
    await attribute(desk, "presence-current", "data-presence", "available");
  });

  step("Esc declines it", async () => {
    await desk.keyboard.press("Escape");
    await gone(desk, "offer-card");
    const { leads } = await api.get("/api/v1/leads");
    await until("the decline is in the timeline", async () => (await api.lead(leads[0].leadId)).timeline.some(({ data }) => data.why === "declined"));
    await attribute(desk, "presence-current", "data-presence", "available");
    await api.post(`/api/v1/leads/${leads[0].leadId}/withdraw`, { reason: "only a test" });
  });

  step("two tabs of the same rep ring together, and one of them accepts for both", async () => {
    second = await browser.tab(desk.context(), "rep's second tab");
    await second.goto("/desk");
    await connected(second);
    const { leadId } = await postLead(server, { name: "Tal Two", phone: "052-1000002" });
    assert.equal(await offered(desk, "Tal Two"), await offered(second, "Tal Two"));
    await at(second, "offer-accept").click();
    for (const page of [second, desk]) {
      await gone(page, "offer-card");
      await attribute(page, "lead-card", "data-lead-id", leadId);
    }
    await second.close();
    await attribute(desk, "presence-current", "data-presence", "available");
  });

  step("an unanswered call comes back by plan, and the desk is free for the next lead", async () => {
    const leadId = await at(desk, "lead-card").getAttribute("data-lead-id");
    await desk.keyboard.press("c");
    await at(desk, "toast").getByText(/Tal Two: No answer\. Next try/).waitFor();
    await attribute(desk, "idle", "data-ready", "true");
    await at(desk, `my-lead-${leadId}`).getByText(/Next try at \d\d:\d\d/).waitFor();
    assert.ok((await types(leadId)).includes("retryScheduled"));
  });

  step("a lead that a supervisor withdraws leaves the desk", async () => {
    const { leadId } = await postLead(server, { name: "Gil Gone", phone: "052-1000003" });
    await offered(desk, "Gil Gone");
    await desk.keyboard.press("Enter");
    await attribute(desk, "lead-card", "data-lead-id", leadId);

    const supervisor = await browser.person("supervisor");
    await signIn(supervisor, "admin", adminPassword, `/leads/${leadId}`);
    await at(supervisor, "lead-withdraw").click();
    await at(supervisor, "withdraw-reason").fill("Asked not to be called");
    await at(supervisor, "form-submit").click();
    await attribute(supervisor, "lead-state", "data-state", "withdrawn");
    await gone(desk, "lead-card");
    await at(desk, "my-leads").getByText("Gil Gone").waitFor({ state: "detached" });
    await supervisor.context().close();
  });

  step("an offer that is withdrawn while it rings stops ringing", async () => {
    const { leadId } = await postLead(server, { name: "Shir Stopped", phone: "052-1000004" });
    await offered(desk, "Shir Stopped");
    await api.post(`/api/v1/leads/${leadId}/withdraw`, { reason: "Called in by herself" });
    await gone(desk, "offer-card");
  });

  step("signing out leads to the sign-in page, and nothing rings there any more", async () => {
    // The session takes its hub connections along; a desk on a slow machine asks for a new one before it hears of that.
    await browser.watcher.expecting([/status of 401 .*\/hubs\/rep\/negotiate/], async () => {
      await desk.getByRole("button", { name: "Sign out" }).click();
      await at(desk, "sign-in-user").waitFor();
    });
    await desk.goto("/desk");
    await at(desk, "sign-in-user").waitFor();
    await until("the rep counts as away", async () => (await api.board()).reps[0].state === "offline", { seconds: 30 });
  });

  step("no page had an error", () => browser.watcher.assertClean());
});
