// How the screens look: kept as pictures in two sizes and two languages, and nothing sticks out on a phone.
import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import { focusKept } from "./support/accessible.mjs";
import { Api, postLead } from "./support/api.mjs";
import { Browser, noBrowser } from "./support/browser.mjs";
import { Floor } from "./support/floor.mjs";
import { at, attribute, connected, goAvailable, keep, keepOpened, offered, signIn } from "./support/screens.mjs";
import { Server } from "./support/server.mjs";
import { story } from "./support/story.mjs";
import { until } from "./support/until.mjs";

const adminPassword = "screens-admin-password";
const rep = { user: "dana", password: "rep-dana-password", name: "Dana Mizrahi", languages: ["he", "en"], skills: { closing: 7 } };

describe("the screens", { skip: noBrowser }, () => {
  let server, browser, api, desk, boss, floor, lead;
  const step = story(() => browser);

  before(async () => {
    server = await Server.start("screens", {
      settings: [
        "--Telephony:Carrier", "simulated", "--Telephony:Simulated:AnswerRate", "0.8", "--Telephony:Simulated:RingSeconds", "1.5",
        "--Telephony:Simulated:TalkSeconds", "5", "--Telephony:Simulated:Spread", "0.4",
      ],
      env: { LEADROUTER__Bootstrap__AdminPassword: adminPassword },
    });
    api = await Api.signIn(server.address, "admin", adminPassword);
    const settings = await api.get("/api/v1/desk");
    // Long enough to look at a ringing offer in all its sizes.
    await api.put("/api/v1/desk", { ...settings, queues: settings.queues.map((queue) => ({ ...queue, offerSeconds: 120 })) });
    await api.post("/api/v1/reps", rep);
    browser = await Browser.launch(server.address);
    desk = await browser.person("rep");
    boss = await browser.person("boss");
  });
  after(async () => {
    await floor?.close();
    await browser?.close();
    await server?.close();
  });

  step("sign-in", async () => {
    await desk.goto("/sign-in");
    await at(desk, "sign-in-user").waitFor();
    await keep(desk, "sign-in");
  });

  step("rep desk: idle", async () => {
    await signIn(desk, rep.user, rep.password, "/desk");
    await goAvailable(desk);
    await keep(desk, "desk-idle");
  });

  step("rep desk: ringing", async () => {
    lead = (await postLead(server, {
      name: "מיכל אברהמי", phone: "054-7123456", email: "michal@example.com", source: "facebook", campaign: "ייעוץ חינם",
      language: "he", score: 82, message: "ראיתי את הפרסום שלכם ואשמח שתחזרו אליי היום אחרי ארבע.", attributes: { city: "חיפה" },
    })).leadId;
    await offered(desk, "מיכל אברהמי");
    await keep(desk, "desk-ringing");
    await at(desk, "offer-accept").click();
  });

  step("rep desk: in call", async () => {
    await attribute(desk, "lead-card", "data-lead-id", lead);
    await focusKept(desk);
    for (;;) {
      // Whether the lead answers is the made-up carrier's choice.
      await at(desk, "call-button").click();
      await until("the call came to something", async () => /answered|noAnswer|busy|failed/.test(await at(desk, "call-status").getAttribute("data-status")));
      if ((await at(desk, "call-status").getAttribute("data-status")) === "answered") break;
    }
    await keep(desk, "desk-in-call");
  });

  step("rep desk: disposition", async () => {
    await attribute(desk, "call-status", "data-status", "completed", { seconds: 30 });
    await at(desk, "disposition-won").click();
    await at(desk, "disposition-amount").fill("1,200");
    await at(desk, "disposition-note").fill("רוצה להתחיל ב-1 לחודש. לשלוח חוזה במייל.");
    await keep(desk, "desk-disposition");
    await at(desk, "disposition-confirm").click();
    await at(desk, "idle").waitFor();
    await focusKept(desk);
    await at(desk, "presence-break").click();
    await attribute(desk, "presence-current", "data-presence", "break");
  });

  step("wallboard, with twelve reps and sixty leads", async () => {
    floor = await Floor.open(server, api, 11);
    await signIn(boss, "admin", adminPassword, "/board");
    await connected(boss);
    await floor.post(60, 150);
    await until("the board is alive", async () => {
      const { totals, leaders } = await api.board();
      return totals.reached >= 15 && totals.won >= 5 && leaders.length >= 6;
    }, { seconds: 60 });
    await keep(boss, "wallboard");
    const board = await api.board();
    assert.equal(board.reps.length, 12);
    assert.equal(board.totals.received, 61);
  });

  step("team", async () => {
    await boss.goto("/team");
    await at(boss, "reps-table").getByText(rep.name).waitFor();
    await keep(boss, "team");
  });

  step("team: a new rep, a new supervisor, and what is wrong with them", async () => {
    await keepOpened(boss, "team-rep", () => at(boss, "rep-add").click());
    await browser.watcher.expecting([/status of 400 .*\/api\/v1\/users/], () => keepOpened(boss, "team-user-refused", async () => {
      await at(boss, "user-add").click();
      await at(boss, "user-name").fill("Ruth Sela");
      await at(boss, "user-user").fill("ruth");
      await at(boss, "user-password").fill("short");
      await boss.getByRole("dialog").locator("button[type=submit]").click();
      // The hint says it, and then what is wrong.
      await boss.getByRole("dialog").getByText("200").nth(1).waitFor();
    }));
  });

  step("leads", async () => {
    await boss.goto("/leads");
    await at(boss, "leads-table").getByRole("link").first().waitFor();
    await keep(boss, "leads");
  });

  step("lead detail", async () => {
    await boss.goto(`/leads/${lead}`);
    await attribute(boss, "lead-state", "data-state", "won");
    await keep(boss, "lead-detail");
  });

  step("lead detail: moving and withdrawing one", async () => {
    await postLead(server, { name: "Open Lead", phone: "054-7123999", queue: (await api.get("/api/v1/desk")).defaultQueue, language: "xx" });
    const open = await until("a lead that is open", async () => (await api.get("/api/v1/leads?open=true&q=Open%20Lead")).leads[0]);
    await boss.goto(`/leads/${open.leadId}`);
    await at(boss, "lead-reassign").waitFor();
    await keepOpened(boss, "lead-reassign", () => at(boss, "lead-reassign").click());
    await keepOpened(boss, "lead-withdraw", () => at(boss, "lead-withdraw").click());
  });

  step("sources", async () => {
    await boss.goto("/sources");
    await at(boss, "sources-table").waitFor();
    await keep(boss, "sources");
  });

  step("sources: a new one, and its key, which is shown once", async () => {
    await keepOpened(boss, "source-new", () => at(boss, "source-add").click());
    let made = 0;
    await keepOpened(boss, "source-key", async () => {
      await at(boss, "source-add").click();
      await at(boss, "source-name").fill(`Landing page ${++made}`);
      await boss.getByRole("dialog").locator("button[type=submit]").click();
      await at(boss, "source-key-done").waitFor();
    }, () => at(boss, "source-key-done").click());
  });

  step("rules", async () => {
    await boss.goto("/rules");
    await at(boss, "desk-editor").waitFor();
    await keep(boss, "rules");
  });

  step("in the dark", async () => {
    const night = await browser.person("night", { colorScheme: "dark" });
    await night.goto("/sign-in");
    await at(night, "sign-in-user").waitFor();
    await keep(night, "dark-sign-in");
    await signIn(night, "admin", adminPassword, "/team");
    for (const [path, shown] of [["/team", "reps-table"], ["/leads", "leads-table"], [`/leads/${lead}`, "lead-state"], ["/sources", "sources-table"], ["/rules", "desk-editor"]]) {
      await night.goto(path);
      await at(night, shown).waitFor();
      await keep(night, `dark-${shown}`);
    }
    const late = await browser.person("late shift", { colorScheme: "dark" });
    await signIn(late, rep.user, rep.password, "/desk");
    await connected(late);
    await keep(late, "dark-desk");
  });

  step("no page had an error", () => browser.watcher.assertClean());
});
