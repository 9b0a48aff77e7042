// A transport without a server, for the documentation, the tests and the bench.

/** Keep the events of one interview in memory; `interview` is what `load()` answers. */
export function memoryTransport(interview, { coder, wait = 0 } = {}) {
  const own = new Map((interview.codings[coder] ?? []).map((one) => [one.id, one]));
  const graves = new Map();
  const seen = new Set();
  let version = 0;
  const pause = () => new Promise((resolve) => { setTimeout(resolve, wait); });
  const fold = ({ kind, coding, fields }) => {
    const known = own.get(coding) ?? graves.get(coding);
    if (kind === "remove") {
      if (known) graves.set(coding, known);
      own.delete(coding);
    } else {
      const attributes = { ...known?.attributes, ...fields.attributes };
      for (const [name, value] of Object.entries(attributes)) if (value === "") delete attributes[name];
      own.set(coding, { ...known, id: coding, coder, ...fields, attributes });
    }
  };
  return {
    log: [],
    async load() {
      await pause();
      return { ...interview, codings: { ...interview.codings, [coder]: [...own.values()] }, state: String(version) };
    },
    async send({ events }) {
      await pause();
      for (const event of events) {
        if (seen.has(event.event)) continue;
        seen.add(event.event);
        this.log.push(event);
        fold(event);
      }
      version += 1;
      return { accepted: events.map((event) => event.event), state: String(version), codings: [...own.values()] };
    },
    async state() {
      return { state: String(version), sha256: interview.sha256, states: {} };
    },
  };
}
