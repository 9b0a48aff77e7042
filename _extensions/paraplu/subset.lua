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

-- Figures and tables.

local function split_caption(div)
  local body, caption = pandoc.Blocks({}), nil
  for index, block in ipairs(div.content) do
    if index == #div.content and index > 1 and (block.t == "Para" or block.t == "Plain") then
      caption = block.content
    else
      body:insert(block)
    end
  end
  return body, caption or pandoc.Inlines({})
end

local function typst_float(div, kind, body, caption)
  local width = div.classes:includes("breed") and "breed"
    or div.classes:includes("kantlijn") and "kantlijn" or "kolom"
  local out = pandoc.Blocks({ raw(string.format('#paraplu-drijver("%s", "%s")[', kind, width)) })
  out:extend(body)
  out:insert(raw("]["))
  out:insert(pandoc.Plain(caption))
  out:insert(raw("] <" .. div.identifier .. ">"))
  return out
end

local function html_float(div, kind, body, caption)
  local classes = { kind == "tbl" and "tabel" or "figuur" }
  for _, class in ipairs(div.classes) do classes[#classes + 1] = class end
  local out = pandoc.Blocks({ pandoc.RawBlock("html", string.format('<figure id="%s" class="%s">',
    div.identifier, table.concat(classes, " "))) })
  out:extend(body)
  out:insert(pandoc.RawBlock("html", "<figcaption>"))
  out:insert(pandoc.Plain(caption))
  out:insert(pandoc.RawBlock("html", "</figcaption>\n</figure>"))
  return out
end

local function docx_float(div, kind, body, caption)
  caption:insert(1, pandoc.Span({}, { id = anchor(div.identifier) }))
  local function styled(blocks, style)
    return pandoc.Div(blocks, { ["custom-style"] = style })
  end
  if kind == "tbl" then
    return pandoc.Blocks({ styled({ pandoc.Para(caption) }, "Table Caption"), body[1] })
  end
  return pandoc.Blocks({ styled(body, "Captioned Figure"),
    styled({ pandoc.Para(caption) }, "Image Caption") })
end

local SHOWN_AS = { html = html_float, typst = typst_float, docx = docx_float }

local function float(div, kind)
  counters[kind] = counters[kind] + 1
  numbers[div.identifier] = tostring(counters[kind])
  local body, caption = split_caption(div)
  if #caption == 0 or #body ~= 1 then
    refuse("P461", div.identifier)
    return nil
  end
  local label = pandoc.Inlines({
    pandoc.Span({ pandoc.Str(WORD[kind] .. "\u{00A0}" .. counters[kind] .. ":") },
      { class = "bijschrift-nummer" }), pandoc.Space() })
  label:extend(caption)
  return (SHOWN_AS[target()] or docx_float)(div, kind, body, label), false
end

-- A pipe table with a long line has columns of one width; by what they hold they need fewer lines.
local function with_shares(made)
  local width = made.colspecs[1][2]
  for _, spec in ipairs(made.colspecs) do
    if spec[2] == nil or spec[2] == 0 or math.abs(spec[2] - width) > 0.01 then return made end
  end
  local longest, total = {}, 0
  local plain = pandoc.utils.to_simple_table(made)
  for _, row in ipairs({ plain.header, table.unpack(plain.rows) }) do
    for column, cell in ipairs(row) do
      local letters = utf8.len(pandoc.utils.stringify(cell)) or 0
      longest[column] = math.max(longest[column] or SHORT_CELL, math.min(letters, LONG_CELL))
    end
  end
  for _, letters in ipairs(longest) do total = total + letters + AROUND_CELL end
  made.colspecs = made.colspecs:map(function(spec, column)
    return { spec[1], ((longest[column] or SHORT_CELL) + AROUND_CELL) / total }
  end)
  return made
end

-- Tables in the text of the essay: `: caption {#tbl-x}` numbers them; wide ones scroll.
local function plain_table(made)
  local id, caption = made.identifier, made.caption.long
  local numbered = id:match("^tbl%-") ~= nil
  made = with_shares(made)
  local label = numbered and pandoc.utils.blocks_to_inlines(caption) or pandoc.Inlines({})
  local body = made
  if numbered then
    made.attr = pandoc.Attr()
    made.caption = { long = {} }
  end
  if target() == "typst" then made.classes:insert("typst:no-figure") end
  if target() == "html" then
    local name = #label > 0 and pandoc.utils.stringify(label) or "Tabel"
    body = pandoc.Div({ made }, pandoc.Attr("", { "tabel-doos" },
      { { "tabindex", "0" }, { "role", "region" }, { "aria-label", name } }))
  end
  if not numbered then return body end
  return pandoc.Div({ body, pandoc.Para(label) }, pandoc.Attr(id))
end

local function plain_tables(blocks)
  return blocks:walk({
    traverse = "topdown",
    Div = function(div)
      if kind_of(div.identifier) == "tbl" or div.classes:includes("tabel-doos") then
        return div, false
      end
      return nil
    end,
    Table = function(made)
      if made.classes:includes("polen") then return nil end
      return plain_table(made), false
    end,
  })
end

-- Callouts.

local function callout_type(div)
  for _, class in ipairs(div.classes) do
    local type = class:match("^callout%-(%a+)$")
    if type then return type end
  end
  return nil
end

local function callout(div, type)
  if CALLOUTS[type] == nil then
    refuse("P460", "callout-" .. type)
    return nil
  end
  local others = div.classes:filter(function(class) return not class:match("^callout%-") end)
  for name, _ in pairs(div.attributes) do
    if name ~= "title" then refuse("P460", name .. "=") end
  end
  local content, title = div.content, div.attributes.title
  local heading = title and pandoc.Inlines(title) or pandoc.Inlines(CALLOUTS[type])
  if #content > 0 and content[1].t == "Header" then
    heading = content[1].content
    content:remove(1)
  end
  if target() == "typst" then
    local out = pandoc.Blocks({ raw('#paraplu-kader("' .. type .. '")['), pandoc.Plain(heading),
      raw("][") })
    out:extend(content)
    out:insert(raw("]"))
    return out
  end
  local out = pandoc.Blocks({ pandoc.Para({ pandoc.Strong(heading) }) })
  if target() == "html" then
    out = pandoc.Blocks({ pandoc.Div({ pandoc.Para(heading) }, { class = "kadertitel" }) })
    out:extend(content)
    local classes = pandoc.List({ "kader", "kader-" .. type })
    classes:extend(others)
    return pandoc.Div(out, pandoc.Attr("", classes, { { "role", "note" } }))
  end
  out:extend(content)
  return pandoc.Div(out, { ["custom-style"] = "Kader" })
end

-- References.

local function reference(citation)
  local kind = kind_of(citation.id)
  local number = numbers[citation.id]
  if number == nil then
    refuse("P462", "@" .. citation.id)
    return pandoc.Str("@" .. citation.id)
  end
  local text = number
  if citation.mode ~= "SuppressAuthor" then text = WORD[kind] .. "\u{00A0}" .. number end
  return pandoc.Link({ pandoc.Str(text) }, "#" .. anchor(citation.id), "",
    { class = "verwijzing" })
end

local function refer(cite, known)
  local internal, external = 0, 0
  for _, citation in ipairs(cite.citations) do
    local kind = kind_of(citation.id)
    if WORD[kind] then internal = internal + 1
    elseif UNKNOWN_REFERENCE[kind] then refuse("P460", "@" .. citation.id)
    else
      external = external + 1
      if not known[citation.id] then refuse("P463", "@" .. citation.id) end
    end
  end
  if internal == 0 then return nil end
  local out = pandoc.Inlines({})
  for index, citation in ipairs(cite.citations) do
    if external > 0 or #citation.prefix > 0 or #citation.suffix > 0 then
      refuse("P460", "[… @" .. citation.id .. " …]")
    end
    if index > 1 then out:extend({ pandoc.Str(","), pandoc.Space() }) end
    if WORD[kind_of(citation.id)] then out:insert(reference(citation)) end
  end
  return out
end

-- Links to other essays.

local function exists(path)
  local file = io.open(path, "rb")
  if file then file:close() end
  return file ~= nil
end

local function link(element)
  local page, anchor = element.target:match("^([^:/]+)%.qmd(#?.*)$")
  if page == nil then return nil end
  if not exists(page .. ".qmd") then
    refuse("P462", element.target)
    return nil
  end
  if target() ~= "html" then return element.content end
  element.target = page .. ".html" .. anchor
  return element
end

-- Citations: shown here, so that no engine shows them again.

local function language_of(items)
  local languages = {}
  for _, item in ipairs(items) do
    local language = item.language and pandoc.utils.stringify(item.language):match("^%a%a")
    if language and language ~= "nl" then languages["ref-" .. item.id] = language end
  end
  return languages
end

local function known_references(items)
  local known = {}
  for _, item in ipairs(items) do known[item.id] = true end
  return known
end

local function cites(doc)
  local found = false
  doc:walk({ Cite = function() found = true end })
  return found or doc.meta.nocite ~= nil
end

-- The titles of an entry are in its language; "en" and "in" between them are Dutch.
local function with_language(entry, language)
  if language == nil then return nil end
  local function is_title(inline)
    local text = pandoc.utils.stringify(inline)
    return inline.t == "Emph" or inline.t == "Span" and (text:match("^‘") or text:match("^“"))
  end
  return entry:walk({
    Para = function(para)
      para.content = para.content:map(function(inline)
        if not is_title(inline) then return inline end
        return pandoc.Span({ inline }, { lang = language })
      end)
      return para
    end,
  })
end

local function with_references(doc, items)
  if not cites(doc) then return doc end
  local level = 9
  doc.blocks:walk({ Header = function(header) level = math.min(level, header.level) end })
  local languages = language_of(items)
  doc = pandoc.utils.citeproc(doc)
  doc.blocks = doc.blocks:walk({
    Cite = function(cite) return pandoc.Span(cite.content, { class = "citation" }) end,
    Div = function(div) return with_language(div, languages[div.identifier]) end,
  })
  local heading = pandoc.Header(level == 9 and 1 or level, pandoc.Inlines("Referenties"),
    { id = "referenties", class = "unnumbered" })
  local at = #doc.blocks
  for index, block in ipairs(doc.blocks) do if block.identifier == "refs" then at = index end end
  if target() == "typst" and doc.blocks[at].identifier == "refs" then
    local entries = doc.blocks:remove(at).content
    entries:insert(1, raw("#paraplu-literatuur["))
    entries:insert(raw("]"))
    for place, entry in ipairs(entries) do doc.blocks:insert(at + place - 1, entry) end
  end
  doc.blocks:insert(at, heading)
  return doc
end

-- What else an engine would change.

local function without_comments(blocks)
  local function drop(element)
    if element.format == "html" and element.text:match("^<!%-%-.*%-%->%s*$") then return {} end
    return nil
  end
  return blocks:walk({ RawBlock = drop, RawInline = drop })
end

-- A typst writer that is "smart" makes quotation marks straight, and typst bends them its own way.
local function with_own_quotes(element)
  local function quoted(before, content, after)
    local out = pandoc.Inlines({ pandoc.RawInline("typst", before) })
    out:extend(content)
    out:insert(pandoc.RawInline("typst", after))
    return out
  end
  return element:walk({
    Quoted = function(quote)
      if quote.quotetype == "SingleQuote" then return quoted("‘", quote.content, "’") end
      return quoted("“", quote.content, "”")
    end,
    Str = function(str)
      local out, plain = pandoc.Inlines({}), ""
      for _, code in utf8.codes(str.text) do
        local sign = utf8.char(code)
        if STRAIGHTENED[sign] then
          if plain ~= "" then out:insert(pandoc.Str(plain)) end
          out:insert(pandoc.RawInline("typst", sign))
          plain = ""
        else
          plain = plain .. sign
        end
      end
      if #out == 0 then return nil end
      if plain ~= "" then out:insert(pandoc.Str(plain)) end
      return out
    end,
  })
end

local function finish(doc)
  for _, name in ipairs({ "bibliography", "csl", "nocite", "references" }) do
    doc.meta[name] = nil
  end
  if target() ~= "typst" then return doc end
  doc.blocks = with_own_quotes(doc.blocks)
  for _, name in ipairs({ "title", "subtitle", "abstract", "studie" }) do
    local kind = pandoc.utils.type(doc.meta[name])
    if kind == "Inlines" or kind == "Blocks" then
      doc.meta[name] = with_own_quotes(doc.meta[name])
    end
  end
  return doc
end

function Pandoc(doc)
  number_sections = wants_numbers(doc.meta)
  local items = pandoc.utils.references(doc)
  local known = known_references(items)
  local blocks = plain_tables(without_comments(doc.blocks))
  blocks = blocks:walk({
    traverse = "topdown",
    Div = function(div)
      local type = callout_type(div)
      if type then return callout(div, type) end
      local kind = kind_of(div.identifier)
      if kind == "fig" or kind == "tbl" then return float(div, kind) end
      return nil
    end,
  })
  blocks = number_headers(blocks)
  doc.blocks = blocks:walk({
    Cite = function(cite) return refer(cite, known) end,
    Link = link,
  })
  doc = with_references(doc, items)
  if #problems > 0 then error("PARAPLU\n" .. table.concat(problems, "\n") .. "\nPARAPLU", 0) end
  return finish(doc)
end

return { { Pandoc = Pandoc } }
