import { HubConnectionBuilder, LogLevel } from "@microsoft/signalr";
import { Api, postLead } from "./api.mjs";

const password = "floor-password";

const people = [
  "Omer Katz", "Yael Friedman", "אבי ביטון", "Sergey Ivanov", "Noa Peretz", "Lior Azoulay",
  "Maya Cohen", "Tal Ben-David", "רוני שלום", "Anna Kuznetsova", "Eitan Gross", "Shira Malka",
];
const callers = [
  "Dana Levi", "משה כהן", "Rachel Green", "יעל אברהמי", "Ivan Petrov", "Sara Mizrahi", "נועה פרידמן", "David Stern",
  "Olga Smirnova", "רועי גולן", "Michal Bar", "Adam Weiss",
];
const campaigns = [["google", "Spring sale"], ["facebook", "Free trial"], ["landing page", "ייעוץ חינם"], ["tiktok", "Student offer"]];
const questions = ["Please call me about prices.", "אשמח לשיחה היום אחר הצהריים", "Do you have a plan for families?", undefined];

/** Mulberry32: the same floor with every run. */
function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A made-up lead, number `i` of many. */
export function madeUpLead(i) {
  const [source, campaign] = campaigns[i % campaigns.length];
  const message = questions[i % questions.length];
  return { name: callers[i % callers.length], phone: `052-7${String(100000 + i)}`, source, campaign, ...(message ? { message } : {}) };
}

/** Reps without a browser who work as people do: they take a moment, decline now and then, talk, write up, sell. */
export class Floor {
  #server;
  #random = random(7);
  #hubs = [];
  #timers = new Set();

  static async open(server, admin, repCount) {
    const floor = new Floor();
    floor.#server = server;
    for (let i = 0; i < repCount; i++) {
      const user = `floor${i + 1}`;
      await admin.post("/api/v1/reps", { user, password, name: people[i % people.length], languages: [], queues: ["sales"] });
      const { token } = await Api.signIn(server.address, user, password);
      await floor.#work(token);
    }
    // Not everybody is there all the time.
    await floor.#hubs.at(-1).invoke("SetPresence", "break");
    return floor;
  }

  /** Posts so many leads: a third at once, the others in a steady stream. */
  async post(count, everyMs) {
    for (let i = 0; i < count; i++) {
      if (i >= count / 3) await new Promise((done) => this.#after(everyMs / 1000, done));
      await postLead(this.#server, madeUpLead(i));
    }
  }

  async close() {
    this.#timers.forEach(clearTimeout);
    await Promise.all(this.#hubs.map((hub) => hub.stop()));
  }

  async #work(token) {
    const hub = new HubConnectionBuilder()
      .withUrl(`${this.#server.address}/hubs/rep`, { accessTokenFactory: () => token })
      .configureLogging(LogLevel.None)
      .build();
    const called = new Set();
    const written = new Set();
    hub.on("State", () => {});
    hub.on("OfferEnded", () => {});
    hub.on("Reminder", () => {});
    hub.on("OfferMade", ({ offerId }) => {
      const declines = this.#random() < 0.08;
      this.#after(0.4 + 2.2 * this.#random(), () => hub.invoke(...(declines ? ["DeclineOffer", offerId, null] : ["AcceptOffer", offerId])));
    });
    hub.on("LeadUpdated", (lead) => {
      const call = lead.attempts.at(-1);
      if (lead.state === "owned" && !call && !called.has(lead.leadId)) {
        called.add(lead.leadId);
        this.#after(0.3 + this.#random(), () => hub.invoke("Call", lead.leadId));
      } else if (call?.endedAt && call.answeredAt && !lead.closedAt && !written.has(call.attemptId)) {
        // A call without an answer is tried again by plan; there is nothing to write up.
        written.add(call.attemptId);
        this.#after(1 + 4 * this.#random(), () => hub.invoke("Complete", lead.leadId, this.#result()));
      }
    });
    await hub.start();
    await hub.invoke("SetPresence", "available");
    this.#hubs.push(hub);
  }

  #result() {
    const luck = this.#random();
    if (luck < 0.4) return { disposition: "won", amount: { amount: 300 + 100 * Math.floor(25 * this.#random()), currency: "ILS" } };
    return { disposition: luck < 0.7 ? "notInterested" : "tooExpensive" };
  }

  /** A person's pause; nobody waits for it but that person. */
  #after(seconds, action) {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      Promise.resolve(action()).catch(() => {});
    }, seconds * 1000);
    this.#timers.add(timer);
  }
}
