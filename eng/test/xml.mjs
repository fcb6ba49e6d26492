const entities = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

export function attribute(text, name) {
  return decode(new RegExp(`\\b${name}="([^"]*)"`).exec(text)?.[1] ?? "");
}

export function element(text, name) {
  return decode(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(text)?.[1] ?? "").trim();
}

export function decode(text) {
  return text.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (whole, hex, decimal, name) =>
    hex ? String.fromCodePoint(parseInt(hex, 16)) : decimal ? String.fromCodePoint(Number(decimal)) : (entities[name] ?? whole));
}
