// Choosing what something is, or which one it is, by typing.

import { fill } from "./dom.js";
import { Picker } from "./picker.js";
import { V } from "./room_anonymise_words.js";

/** Choosing from a list by typing; what can be chosen differs each time. */
export class Chooser extends Picker {
  constructor(id) {
    super({ codes: new Map() }, id);
    for (const element of [this.input, this.options, this.element]) element.setAttribute("aria-label", V.choose);
  }

  list() {
    super.list();
    if (!this.found.length) fill(this.empty, V.noChoice);
  }
}
