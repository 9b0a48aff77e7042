// Finding a code by what someone begins to type: in its name, id, family or definition.

const plain = (text) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase("nl");

/** The characters of `query` in order in `text`, with points for words begun and runs kept. */
function scattered(query, text) {
  let place = -1;
  let points = 0;
  for (const character of query) {
    const found = text.indexOf(character, place + 1);
    if (found < 0) return 0;
    if (found === place + 1) points += 2;
    else if (found === 0 || /[^\p{L}\p{N}]/u.test(text[found - 1])) points += 3;
    else points -= 1;
    place = found;
  }
  return points > query.length ? 20 + points : 0;
}

function scoreOne(word, fields) {
  const [name, id, family, rest] = fields;
  if (name.startsWith(word)) return 100;
  if (id.startsWith(word)) return 95;
  if (new RegExp(`(^|[^\\p{L}\\p{N}])${escape(word)}`, "u").test(name)) return 85;
  if (name.includes(word) || id.includes(word)) return 70;
  if (family.startsWith(word)) return 55;
  const loose = Math.max(scattered(word, name), scattered(word, id));
  if (loose) return Math.min(54, loose);
  if (rest.includes(word)) return 15;
  return 0;
}

const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/**
 * Order codes by how well they answer the query; codes that do not are left out.
 * `codes` are {id, name, familyName, definition, include}; an empty query keeps all, in order.
 */
export function findCodes(codes, query) {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (!words.length) return [...codes];
  const scored = codes.map((code, order) => {
    const fields = [
      plain(code.name), plain(code.id), plain(code.familyName ?? ""),
      plain(`${code.definition ?? ""} ${code.include ?? ""}`),
    ];
    const scores = words.map((word) => scoreOne(word, fields));
    return { code, order, score: scores.some((s) => !s) ? 0 : scores.reduce((a, b) => a + b) };
  });
  return scored
    .filter((one) => one.score > 0)
    .sort((a, b) => b.score - a.score || a.order - b.order)
    .map((one) => one.code);
}
