-- reading.lua: reads several essays in one process; `pandoc lua` runs it.
--
-- On standard input a JSON list of texts, in the environment how to read them; on standard
-- output a line per text, the document as JSON or an object that says what went wrong.

local format = os.getenv("PARAPLU_READER")

for _, text in ipairs(pandoc.json.decode(io.read("a"), false)) do
  local well, document = pcall(pandoc.read, text, format)
  if well then
    io.write(pandoc.write(document, "json"), "\n")
  else
    io.write(pandoc.json.encode({ problem = tostring(document) }), "\n")
  end
end
