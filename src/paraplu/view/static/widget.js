// The transcript view in a notebook: an anywidget whose transport is the kernel's own messages.

import { createTranscript } from "./transcript.js";

const PATIENCE = 20000; // milliseconds; a kernel that is gone never answers

/** Ask the kernel through the widget's messages; answers come back with the number of the question. */
function kernelTransport(model) {
  const waiting = new Map();
  let number = 0;
  model.on("msg:custom", (message) => {
    const asked = waiting.get(message.answer);
    if (!asked) return;
    waiting.delete(message.answer);
    clearTimeout(asked.late);
    if (message.problems) asked.reject(Object.assign(new Error("refused"), { problems: message.problems }));
    else asked.resolve(message.content);
  });
  const ask = (kind, content = {}) => new Promise((resolve, reject) => {
    number += 1;
    const mine = number;
    const late = setTimeout(() => { waiting.delete(mine); reject(new Error("late")); }, PATIENCE);
    waiting.set(mine, { resolve, reject, late });
    model.send({ ask: number, kind, content });
  });
  return { load: () => ask("load"), send: (payload) => ask("send", payload), state: () => ask("state") };
}

async function render({ model, el }) {
  const box = document.createElement("div");
  box.className = "paraplu-notebook";
  el.append(box);
  for (const name of ["keydown", "keyup", "keypress"]) box.addEventListener(name, (event) => event.stopPropagation());
  const transport = kernelTransport(model);
  let room = null;
  const show = async () => {
    room?.close();
    room = await createTranscript(box, { codebook: model.get("codebook"), coder: model.get("coder"), transport, reload: show });
  };
  await show();
  return () => room.close();
}

export default { render };
