import { spawn } from "node:child_process";
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { once } from "node:events";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { output, serverDll, serverProject, webDist } from "./paths.mjs";
import { until } from "./until.mjs";

const startSeconds = 60;
const stopSeconds = 30;

async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address();
  probe.close();
  await once(probe, "close");
  return port;
}

/** The built server as a process of its own, on a free port and a data folder that goes with it. */
export class Server {
  #child;
  #printed = "";
  #settings;
  #env;
  #log;

  /** `settings`: command line, for example `["--Telephony:Carrier", "simulated"]`; `env`: added to the environment. */
  static async start(name, { settings = [], env = {} } = {}) {
    for (const built of [serverDll, join(webDist, "index.html")]) {
      if (!existsSync(built)) throw new Error(`${built} is missing; ./test and ./run build it.`);
    }
    const server = new Server();
    server.#settings = settings;
    server.#env = env;
    server.data = mkdtempSync(join(tmpdir(), "leadrouter-browser-"));
    server.address = `http://127.0.0.1:${await freePort()}`;
    mkdirSync(output, { recursive: true });
    server.#log = createWriteStream(join(output, `${name}-server.log`));
    await server.startAgain();
    return server;
  }

  /** The one-time link that was printed at the first start. */
  get setupLink() {
    return this.#find(/^\s*(http\S+\/setup#\S+)$/m, "set-up link");
  }

  /** The line that posts a lead, exactly as it was printed. */
  get curlLine() {
    return this.#find(/^\s*(curl .*)$/m, "curl line");
  }

  /** The intake key inside the printed line. */
  get intakeKey() {
    return /Bearer ([^']+)'/.exec(this.curlLine)[1];
  }

  /** Starts on the same data and the same port. */
  async startAgain() {
    const args = [serverDll, "--contentRoot", serverProject, "--web", webDist, "--data", this.data, "--urls", this.address, ...this.#settings];
    this.#printed = "";
    this.#child = spawn("dotnet", args, { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...this.#env } });
    const child = this.#child;
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => (this.#printed += text));
      stream.pipe(this.#log, { end: false });
    }
    await until(
      "the server has printed that it is ready",
      () => {
        if (child.exitCode !== null) throw new Error(`it ended with exit code ${child.exitCode}: ${this.#printed}`);
        return /^\s*curl .*\n/m.test(this.#printed);
      },
      { seconds: startSeconds },
    );
  }

  /** Stops as Ctrl-C or a service manager does; anything but a clean end is an error. */
  async stop(signal = "SIGTERM") {
    const child = this.#child;
    if (child.exitCode !== null) throw new Error(`The server had ended by itself: ${this.#printed}`);
    child.kill(signal);
    try {
      await until(`the server has ended after ${signal}`, () => child.exitCode !== null || child.signalCode !== null, { seconds: stopSeconds });
    } catch (error) {
      child.kill("SIGKILL");
      throw error;
    }
    if (child.exitCode !== 0) throw new Error(`The server ended with ${child.exitCode ?? child.signalCode} after ${signal}: ${this.#printed}`);
  }

  async close() {
    try {
      if (this.#child.exitCode === null) await this.stop("SIGINT");
    } finally {
      this.#log.end();
      rmSync(this.data, { recursive: true, force: true });
    }
  }

  #find(pattern, what) {
    const found = pattern.exec(this.#printed);
    if (!found) throw new Error(`The server printed no ${what}:\n${this.#printed}`);
    return found[1];
  }
}
