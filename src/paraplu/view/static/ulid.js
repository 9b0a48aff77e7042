// Identifiers that sort by time (ULID): 48 bits of milliseconds, 80 bits of chance.

const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A maker of ULIDs that never go back, also within one millisecond. */
export function ulids(now = () => Date.now(), random = (bytes) => crypto.getRandomValues(bytes)) {
  let last = 0;
  let tail = [];
  return () => {
    const time = Math.max(now(), last);
    if (time === last && tail.length) {
      let place = tail.length - 1;
      while (place > 0 && tail[place] === 31) tail[place--] = 0;
      tail[place] = (tail[place] + 1) % 32;
    } else {
      tail = [...random(new Uint8Array(16))].map((byte) => byte % 32);
      tail[0] %= 16; // room to count up
    }
    last = time;
    let head = "";
    for (let rest = time, i = 0; i < 10; i += 1, rest = Math.floor(rest / 32)) {
      head = DIGITS[rest % 32] + head;
    }
    return head + tail.map((digit) => DIGITS[digit]).join("");
  };
}
