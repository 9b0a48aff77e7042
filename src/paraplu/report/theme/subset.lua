-- subset.lua: the part of Quarto that the embedded engine knows.
--
-- Callouts, numbered sections, figures and tables, and references to them, with the Dutch words
-- that Quarto prints. Whatever else belongs to Quarto is a problem, never silence.

local WORD = { fig = "Figuur", tbl = "Tabel", sec = "Paragraaf" }
local CALLOUTS = { note = "Opmerking", tip = "Tip", warning = "Waarschuwing",
  important = "Belangrijk", caution = "Opgelet" }
local UNKNOWN_REFERENCE = { lst = true, eq = true, thm = true, lem = true, cor = true, prp = true,
  cnj = true, def = true, exm = true, exr = true }

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

-- Sections.

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
        return header
      end
      return nil
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
  if target() == "typst" then return typst_float(div, kind, body, label) end
  local attr = pandoc.Attr(div.identifier, div.classes, {})
  if kind == "tbl" and target() ~= "html" then
    body[1].caption = { long = { pandoc.Plain(label) } }
    body[1].attr = attr
    return body[1]
  end
  if body[1].t == "Para" then body[1] = pandoc.Plain(body[1].content) end
  attr.classes:insert(kind == "tbl" and "tabel" or "figuur")
  return pandoc.Figure(body, { long = { pandoc.Plain(label) } }, attr)
end

-- Tables in the text of the essay: `: caption {#tbl-x}` numbers them; wide ones scroll.
local function plain_table(made)
  local id, caption = made.identifier, made.caption.long
  local numbered = id:match("^tbl%-") ~= nil
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
    return pandoc.Div(out,
      pandoc.Attr("", { "callout", "callout-" .. type }, { { "role", "note" } }))
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
  return pandoc.Link({ pandoc.Str(text) }, "#" .. citation.id, "", { class = "verwijzing" })
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

-- What the engine cannot do the same way in all three formats.

local ADDED_HERE = { typst = true }

local function first_line(text)
  return text:match("^[^\n]*")
end

local function unsupported()
  return {
    Math = function(math) refuse("P460", "$" .. math.text .. "$") end,
    CodeBlock = function(code)
      for _, class in ipairs(code.classes) do
        if class:match("^{") then refuse("P460", class) end
      end
    end,
    RawBlock = function(block)
      if block.text:match("^<!%-%-.*%-%->%s*$") then return {} end
      if not ADDED_HERE[block.format] then refuse("P460", first_line(block.text)) end
    end,
    RawInline = function(inline)
      if inline.text:match("^<!%-%-.*%-%->$") then return {} end
      if not ADDED_HERE[inline.format] then refuse("P460", first_line(inline.text)) end
    end,
  }
end

local function known_references(doc)
  local known = {}
  for _, item in ipairs(pandoc.utils.references(doc)) do known[item.id] = true end
  return known
end

local function cites(doc)
  local found = false
  doc:walk({ Cite = function() found = true end })
  return found or doc.meta.nocite ~= nil
end

local function with_references(doc)
  if not cites(doc) then return doc end
  local level = 9
  doc.blocks:walk({ Header = function(header) level = math.min(level, header.level) end })
  doc = pandoc.utils.citeproc(doc)
  local heading = pandoc.Header(level == 9 and 1 or level, pandoc.Inlines("Referenties"),
    { id = "referenties", class = "unnumbered" })
  local at = #doc.blocks
  for index, block in ipairs(doc.blocks) do if block.identifier == "refs" then at = index end end
  doc.blocks:insert(at, heading)
  return doc
end

function Pandoc(doc)
  number_sections = doc.meta["number-sections"] == true
  local known = known_references(doc)
  local blocks = doc.blocks
  blocks = plain_tables(blocks:walk(unsupported()))
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
  doc = with_references(doc)
  if #problems > 0 then error("PARAPLU\n" .. table.concat(problems, "\n") .. "\nPARAPLU", 0) end
  return doc
end
