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
