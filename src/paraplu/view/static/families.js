// A family of codes has a colour and a pattern, so that neither stands alone.

const KINDS = 8;

/** The codebook as the views use it: codes by id, each with its family's name and kind 1–8. */
export function readCodebook(codebook) {
  const families = codebook.families.map((family, order) => ({ ...family, kind: (order % KINDS) + 1 }));
  const codes = new Map();
  for (const family of families) {
    for (const code of family.codes) {
      codes.set(code.id, {
        poles: [], include: "", exclude: "", definition: "", ...code,
        family: family.id, familyName: family.name, kind: family.kind,
      });
    }
  }
  return { ...codebook, families, codes, attributes: codebook.attributes ?? [] };
}

const ROWS = ["1234", "qwer", "asdf", "5678"];

/** Attributes that go with a code, each with its values and the key for each value. */
export function attributesOf(codebook, code) {
  const isChoice = (code?.poles ?? []).length > 0;
  let row = 0;
  const shown = [];
  for (const attribute of codebook.attributes) {
    const perCode = attribute.per_code || !Array.isArray(attribute.values) || !attribute.values.length;
    const values = perCode ? (code?.poles ?? []) : attribute.values;
    const bare = values.length > 0 && values.every((value) => /^[^\p{L}]$/u.test(value));
    const keys = bare ? values : [...(ROWS[row++] ?? "")];
    const fits = perCode || attribute.id === "argument" ? isChoice : true;
    if (fits && values.length) {
      shown.push({ ...attribute, values: values.map((value, i) => ({ value, key: keys[i] ?? "" })) });
    }
  }
  return shown;
}
