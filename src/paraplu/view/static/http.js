// Talking to the server on this machine.

const PATIENCE = 20000; // milliseconds; what is sent twice is kept once

/** What the server refused; `problems` are [{code, place, seen, allowed, do}]. */
export class Refusal extends Error {
  constructor(status, problems) {
    super(problems.map((one) => one.code).join(", ") || String(status));
    Object.assign(this, { status, problems });
  }
}

async function ask(path, options = {}) {
  const answer = await fetch(path, { credentials: "same-origin", signal: AbortSignal.timeout(PATIENCE), ...options });
  if (answer.ok) return answer.status === 204 ? null : answer.json();
  const told = await answer.json().catch(() => ({}));
  throw new Refusal(answer.status, told.problems ?? (told.problem ? [told.problem] : []));
}

const sending = (method, body) => ({
  method, body: JSON.stringify(body), headers: { "Content-Type": "application/json", "X-Paraplu": "1" },
});

export const get = (path) => ask(path);
export const post = (path, body) => ask(path, sending("POST", body));
export const put = (path, body) => ask(path, sending("PUT", body));

/** A path with a query; empty values are left out. */
export function withQuery(path, values) {
  const query = new URLSearchParams(Object.entries(values).filter(([, value]) => value !== "" && value !== null && value !== undefined));
  return query.size ? `${path}?${query}` : path;
}

/** The transport of one interview (see session.js). */
export function httpTransport(interview) {
  const path = `/api/interviews/${encodeURIComponent(interview)}`;
  return {
    csv: `${path}?format=csv`,
    memo: `#/memos/${encodeURIComponent(interview)}`,
    load: () => get(path),
    send: (payload) => post(`${path}/events`, payload),
    state: () => get(`${path}/state`),
  };
}
