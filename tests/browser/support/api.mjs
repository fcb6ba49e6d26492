/** The REST side, signed in as somebody. */
export class Api {
  #address;
  #token;

  static async signIn(address, user, password) {
    const api = new Api();
    api.#address = address;
    api.#token = (await api.post("/api/v1/sessions", { user, password })).token;
    return api;
  }

  get token() {
    return this.#token;
  }

  get = (path) => this.#send("GET", path);
  post = (path, body) => this.#send("POST", path, body);
  put = (path, body) => this.#send("PUT", path, body);
  lead = (leadId) => this.get(`/api/v1/leads/${leadId}`);
  board = () => this.get("/api/v1/board");

  async #send(method, path, body) {
    const headers = { "Content-Type": "application/json", ...(this.#token ? { Authorization: `Bearer ${this.#token}` } : {}) };
    const response = await fetch(this.#address + path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === "" ? undefined : JSON.parse(text);
  }
}

/** Posts a lead as a web form does, and gives the answer's body. */
export async function postLead(server, lead) {
  const response = await fetch(`${server.address}/api/v1/leads`, {
    method: "POST",
    headers: { Authorization: `Bearer ${server.intakeKey}`, "Content-Type": "application/json" },
    body: JSON.stringify(lead),
  });
  if (response.status !== 202) throw new Error(`The lead was not taken: ${response.status} ${await response.text()}`);
  return response.json();
}

/** The samples of `/metrics`, those of one name added up over their labels. */
export async function readMetrics(address) {
  const text = await (await fetch(`${address}/metrics`)).text();
  const sums = new Map();
  for (const [, name, value] of text.matchAll(/^([a-z_]+)(?:\{[^}]*\})? (\S+)$/gm)) sums.set(name, (sums.get(name) ?? 0) + Number(value));
  return (name) => sums.get(name) ?? 0;
}
