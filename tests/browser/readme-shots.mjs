// Takes the pictures of the README from the running system: node readme-shots.mjs (after ./test or ./run has built it).
import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { Api, postLead } from "./support/api.mjs";
import { Browser } from "./support/browser.mjs";
import { Floor } from "./support/floor.mjs";
import { root } from "./support/paths.mjs";
import { at, attribute, connected, goAvailable, offered, signIn } from "./support/screens.mjs";
import { Server } from "./support/server.mjs";
import { until } from "./support/until.mjs";

const password = "readme-admin-password";
const rep = { user: "dana", password: "rep-dana-password", name: "Dana Mizrahi" };
const maxBytes = 400_000;
const images = join(root, "docs/images");

const server = await Server.start("readme", {
  settings: [
    "--Telephony:Carrier", "simulated", "--Telephony:Simulated:AnswerRate", "1", "--Telephony:Simulated:RingSeconds", "2",
    "--Telephony:Simulated:TalkSeconds", "8", "--Telephony:Simulated:Spread", "0.5",
  ],
  env: { LEADROUTER__Bootstrap__AdminPassword: password },
});
const browser = await Browser.launch(server.address);
let floor;
try {
  mkdirSync(images, { recursive: true });
  const api = await Api.signIn(server.address, "admin", password);
  await api.post("/api/v1/reps", rep);

  const desk = await browser.person("rep", { viewport: { width: 1600, height: 760 } });
  await signIn(desk, rep.user, rep.password, "/desk");
  await goAvailable(desk);
  await work({ name: "Yossi Cohen", phone: "050-9876543", source: "google", campaign: "Spring sale" }, async () => {
    await at(desk, "disposition-won").click();
    await at(desk, "disposition-amount").fill("1,200");
  });
  await work({ name: "Olga Smirnova", phone: "053-4567890", source: "tiktok", campaign: "Student offer" }, async () => {
    await at(desk, "disposition-callback").click();
    await desk.getByRole("button", { name: "in 2 h" }).click();
  });
  const lead = {
    name: "Rachel Green", phone: "054-7123456", email: "rachel@example.com", source: "facebook", campaign: "Free consultation", language: "en",
    score: 82, message: "I saw your advertisement and would like to start next month. Please call me after four.", attributes: { city: "Haifa" },
  };
  await work(lead, async () => {
    await at(desk, "disposition-note").fill("Starts on the 1st. Send the contract by e-mail.");
    await until("the counters have the contact", async () => /3/.test(await at(desk, "today-contacts").innerText()));
    await picture(desk, "rep-desk");
    await at(desk, "disposition-won").click();
    await at(desk, "disposition-amount").fill("1,900");
  });
  await at(desk, "presence-break").click();

  /** Takes a lead through the desk; `writeUp` is done while the call goes on. */
  async function work(posted, writeUp) {
    await postLead(server, posted);
    await offered(desk, posted.name);
    await desk.keyboard.press("Enter");
    await at(desk, "lead-card").waitFor();
    await at(desk, "call-button").click();
    await attribute(desk, "call-status", "data-status", "answered");
    await writeUp();
    await attribute(desk, "call-status", "data-status", "completed", { seconds: 30 });
    await at(desk, "disposition-confirm").click();
    await attribute(desk, "idle", "data-ready", "true");
  }

  floor = await Floor.open(server, api, 11);
  const board = await browser.person("wallboard");
  await signIn(board, "admin", password, "/board");
  await connected(board);
  await floor.post(60, 700);
  await until("the board is alive", async () => {
    const { totals, reps, leaders } = await api.board();
    const states = new Set(reps.map(({ state }) => state));
    return totals.won >= 12 && totals.waiting > 0 && leaders.length >= 8 && states.size >= 5;
  }, { seconds: 120 });
  await picture(board, "wallboard");
} finally {
  await floor?.close();
  await browser.close();
  await server.close();
}

async function picture(page, name) {
  const path = join(images, `${name}.png`);
  await page.mouse.move(1, 1);
  await page.screenshot({ path, animations: "disabled" });
  const { size } = statSync(path);
  if (size > maxBytes) throw new Error(`${path} has ${size} bytes, more than ${maxBytes}`);
  console.log(`${path} (${size} bytes)`);
}
