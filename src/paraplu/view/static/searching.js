// Finding words in a text, whatever the case or the accents.

const fold = (character) => character.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase("nl") || character;

/** Every place of the query within the turns, in code points. */
export function findAll(body, turns, query) {
  const wanted = [...query.trim()].map(fold).join("");
  if (!wanted) return [];
  const found = [];
  for (const turn of turns) {
    const characters = [...body.slice(turn.start, turn.end)];
    const starts = []; // for every unit of the folded text, the code point it comes from
    let folded = "";
    characters.forEach((character, place) => {
      const plain = fold(character);
      folded += plain;
      for (let i = 0; i < plain.length; i += 1) starts.push(place);
    });
    for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
      found.push({ start: turn.start + starts[at], end: turn.start + starts[at + wanted.length - 1] + 1 });
    }
  }
  return found;
}
