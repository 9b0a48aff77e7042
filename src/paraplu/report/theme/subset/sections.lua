-- subset.lua: callouts, numbered sections, figures and tables, references to them, citations.
--
-- One filter for both engines, after paraplu.lua (Quarto runs both at pre-ast). What leaves it is
-- plain pandoc, and raw HTML or typst around figures: Quarto finds nothing left to number, to
-- frame or to cite, so both engines print the same.

local WORD = { fig = "Figuur", tbl = "Tabel", sec = "Paragraaf" }
local CALLOUTS = { note = "Opmerking", tip = "Tip", warning = "Waarschuwing",
  important = "Belangrijk", caution = "Opgelet" }
local UNKNOWN_REFERENCE = { lst = true, eq = true, thm = true, lem = true, cor = true, prp = true,
  cnj = true, def = true, exm = true, exr = true }

local LONG_CELL, SHORT_CELL, AROUND_CELL = 48, 6, 3

local STRAIGHTENED = { ["“"] = true, ["”"] = true, ["‘"] = true, ["’"] = true, ["„"] = true,
  ["‚"] = true }

local problems, numbers, counters, number_sections = {}, {}, { fig = 0, tbl = 0 }, false

local function refuse(code, what)
  problems[#problems + 1] = "[" .. code .. "] " .. what
end

local function target()
  if FORMAT:match("html") then return "html" end
  if FORMAT:match("typst") then return "typst" end
  return FORMAT
end

local function kind_of(id)
  return id:match("^(%a+)%-")
end

local function raw(text)
  return pandoc.RawBlock("typst", text)
end

-- Quarto looks for figures and tables by name; in Word, where it has to, it looks in vain.
local function anchor(id)
  if target() ~= "docx" then return id end
  return (id:gsub("^fig%-", "figuur-"):gsub("^tbl%-", "tabel-"))
end

local function read(path)
  local file = path and io.open(path, "rb")
  if file == nil then return "" end
  local text = file:read("a")
  file:close()
  return text
end

-- Sections.

-- Quarto keeps this setting to itself; the essay, or else the project, says it.
local function wants_numbers(meta)
  local own = meta["number-sections"]
  if own ~= nil then return own == true end
  local project = os.getenv("QUARTO_PROJECT_DIR")
    or (quarto and quarto.project and quarto.project.directory) or "."
  local source = read(quarto and quarto.doc and quarto.doc.input_file)
  local settings = read(pandoc.path.join({ project, "_quarto.yml" }))
  for _, yaml in ipairs({ source:match("^%-%-%-\r?\n(.-)\n%-%-%-") or "", settings }) do
    local said = pandoc.read("---\n" .. yaml .. "\n---\n", "markdown").meta["number-sections"]
    if said ~= nil then return said == true end
  end
  return false
end

local function number_span(number)
  if target() == "typst" then
    return pandoc.RawInline("typst", "#paraplu-nummer[" .. number .. "]")
  end
  return pandoc.Span({ pandoc.Str(number) }, { class = "header-section-number" })
end

local function number_headers(blocks)
  local lowest = 9
  blocks:walk({ Header = function(header) lowest = math.min(lowest, header.level) end })
  local count = {}
  return blocks:walk({
    Header = function(header)
      if header.classes:includes("unnumbered") then return nil end
      local depth = header.level - lowest + 1
      count[depth] = (count[depth] or 0) + 1
      for deeper = depth + 1, 9 do count[deeper] = nil end
      local parts = {}
      for level = 1, depth do parts[level] = tostring(count[level] or 0) end
      local number = table.concat(parts, ".")
      if number_sections then
        numbers[header.identifier] = number
        header.content:insert(1, pandoc.Space())
        header.content:insert(1, number_span(number))
      end
      if target() ~= "typst" then header.classes:insert("unnumbered") end
      return header
    end,
  })
end
