-- paraplu.lua: shows what the judge decided about the marks of an essay.
--
-- One filter for both engines (Quarto runs it at pre-ast). It reads essays/_marks/<essay>.json,
-- looks every mark up by its key, fills and annotates it, and stops on a mark that is missing or
-- failed. It judges nothing itself.

local MARKS = { value = true, claim = true, quote = true, context = true }
local CARD = {
  { class = "tegenspraak", title = "Tegenspraak" },
  { class = "en", title = "Wat “en” zou vragen" },
  { class = "signalen", title = "Vroege signalen" },
  { class = "onbeantwoord", title = "Wat deze evaluatie niet kan zeggen" },
}
local PUNCTUATION = { "“", "”", "‘", "’", "„", "‚", "«", "»", "–", "—", "…", "·", "−",
  "\u{00A0}", "\u{202F}", "\u{2009}" }
local WIDE_POINTS = 460
local WIDE_LETTERS = 78
local WIDEST_INCHES = 6.3
local WIDEST_CELL, NARROWEST_CELL, AROUND_CELL = 32, 4, 3
local LABEL_WORDS = 7

local essay, marks, problems, project = nil, {}, {}, nil
local anchored = {} -- claims that evidence pages lead back to, the first of each

local function target()
  if FORMAT:match("html") or FORMAT:match("epub") then return "html" end
  if FORMAT:match("typst") then return "typst" end
  return FORMAT
end

local function refuse(code, what)
  problems[#problems + 1] = "[" .. code .. "] " .. what
end

-- A class for the style sheet, and in Word the style of that name.
local function styled(class, style)
  local classes = {}
  for one in class:gmatch("%S+") do classes[#classes + 1] = one end
  if target() == "docx" then
    return pandoc.Attr("", classes, { { "custom-style", style } })
  end
  return pandoc.Attr("", classes)
end

-- A span that looks like its class in all three formats.
local function tinted(content, class, style)
  if target() == "typst" then
    local out = pandoc.Inlines({ pandoc.RawInline("typst", "#paraplu-" .. class .. "[") })
    out:extend(content)
    out:insert(pandoc.RawInline("typst", "]"))
    return pandoc.Span(out)
  end
  return pandoc.Span(content, style and styled(class, style) or { class = class })
end

local function stop_on_problems()
  if #problems > 0 then
    error("PARAPLU\n" .. table.concat(problems, "\n") .. "\nPARAPLU", 0)
  end
end

-- Keys: the same function as in Python (paraplu.report.keys).

local function reduce(text)
  for _, sign in ipairs(PUNCTUATION) do text = text:gsub(sign, "") end
  return (text:gsub("[\0-\x2F\x3A-\x40\x5B-\x60\x7B-\x7F]", ""))
end

local function key_of(class, attributes, text)
  local parts = {}
  for name, value in pairs(attributes) do parts[#parts + 1] = name .. "=" .. value end
  table.sort(parts)
  table.insert(parts, 1, class)
  parts[#parts + 1] = reduce(text)
  return table.concat(parts, "|")
end

local function attributes_of(element)
  local found = {}
  for name, value in pairs(element.attributes) do found[name] = value end
  return found
end

local function look_up(class, attributes, text)
  local key = key_of(class, attributes, text)
  local mark = marks[key]
  if mark == nil then
    refuse("P451", key)
  elseif not mark.ok then
    refuse("P452", key)
    mark = nil
  end
  return mark
end

-- Reading: the marks file, and the navigation from _quarto.yml.

local function read(path)
  local file = io.open(path, "rb")
  if file == nil then return nil end
  local text = file:read("a")
  file:close()
  return text
end

local function essay_name()
  local path = (quarto and quarto.doc and quarto.doc.input_file) or PANDOC_STATE.input_files[1]
  return pandoc.path.split_extension(pandoc.path.filename(path))
end

local function is_essay(name)
  local file = io.open(pandoc.path.join({ project, "essays", name .. ".qmd" }), "rb")
  if file then file:close() end
  return file ~= nil
end

local function load_marks()
  project = os.getenv("QUARTO_PROJECT_DIR")
    or (quarto and quarto.project and quarto.project.directory) or "."
  essay = essay_name()
  local text = read(pandoc.path.join({ project, "essays", "_marks", essay .. ".json" }))
  if text == nil then
    refuse("P450", essay)
    stop_on_problems()
  end
  local file = pandoc.json.decode(text, false)
  marks = file.marks
  return file
end

local function project_settings()
  local yaml = read(pandoc.path.join({ project, "_quarto.yml" }))
  if yaml == nil then return {} end
  return pandoc.read("---\n" .. yaml .. "\n---\n", "markdown").meta
end

local function navigation(site)
  local bar, links = site.navbar or {}, {}
  for _, item in ipairs(bar.left or {}) do
    local href = pandoc.utils.stringify(item.href or "")
    local page = pandoc.path.split_extension(pandoc.path.filename(href))
    links[#links + 1] = {
      text = item.text,
      href = pandoc.RawInline("html", page .. ".html"),
      current = page == essay,
    }
  end
  return links
end

-- Notes: what stands in the margin beside a mark.

local function words_of(text)
  local words = {}
  for word in text:gmatch("%S+") do words[#words + 1] = word end
  local label = table.concat(words, " ", 1, math.min(#words, LABEL_WORDS))
  if #words > LABEL_WORDS then label = label .. " …" end
  return pandoc.text.upper(pandoc.text.sub(label, 1, 1)) .. pandoc.text.sub(label, 2)
end

local function filled(text)
  return text ~= nil and text ~= ""
end

-- The note of a mark begins with the words of the mark, in bold.
local function note_about(mark, shown)
  local labelled = filled(mark.label) and mark.label ~= "houdt"
  if not filled(mark.note) and not filled(mark.source) and not labelled then return nil end
  local text, words = mark.note or "", words_of(shown)
  if text:sub(1, #shown) == shown then text = text:sub(#shown + 1) else text = " " .. text end
  local note = pandoc.Inlines({ pandoc.Strong(pandoc.Inlines(words)) })
  if text:match("^%s") then note:insert(pandoc.Space()) end
  note:extend(pandoc.Inlines((text:gsub("^%s+", ""))))
  if filled(mark.source) then
    local begin = filled(mark.note) and ". Bron: " or "Bron: "
    note:insert(pandoc.Span(pandoc.Inlines(begin .. mark.source), { class = "pp-bron" }))
  end
  if target() == "html" and filled(mark.href) then
    local said = text ~= "" and ", " .. text:gsub("^%s+", "") or ""
    note:extend({ pandoc.Space(), pandoc.Link(mark.label, mark.href, "", {
      class = labelled and "etiket" or "houdt",
      ["aria-label"] = "Bewijs bij: " .. words .. " — " .. mark.label .. said,
    }) })
  elseif labelled then
    note:extend({ pandoc.Space(), tinted(pandoc.Inlines(mark.label), "etiket", "Etiket") })
  end
  return pandoc.Span(note, pandoc.Attr("", { "pp-noot", "pp-" .. mark.class }))
end

-- Of neighbouring notes with one source only the last names it.
local function name_sources_once(blocks)
  return pandoc.Blocks(blocks:map(function(block)
    local sources, seen = {}, 0
    local alone = pandoc.Blocks({ block })
    alone:walk({
      Span = function(span)
        if span.classes:includes("pp-bron") then
          sources[#sources + 1] = pandoc.utils.stringify(span)
        end
      end,
    })
    return alone:walk({
      Span = function(span)
        if not span.classes:includes("pp-bron") then return nil end
        seen = seen + 1
        return sources[seen] == sources[seen + 1] and {} or span.content
      end,
    })[1]
  end))
end

local function show_inline(span, class)
  local mark = look_up(class, attributes_of(span), pandoc.utils.stringify(span.content))
  if mark == nil then return nil end
  local content = span.content
  if filled(mark.text) and #content == 0 then content = pandoc.Inlines(mark.text) end
  local shown = pandoc.utils.stringify(content)
  local underlined = class == "claim" or class == "context"
  local proof = pandoc.Span(content, { class = "bewijs bewijs-" .. class })
  if target() == "html" and filled(mark.about) then proof.attributes.title = mark.about end
  if target() == "html" and class == "claim" and filled(mark.href) then
    proof = pandoc.Link(content, mark.href, "", { class = "bewijs bewijs-claim" })
  end
  if target() == "html" and filled(mark.id) and not anchored[mark.id] then
    anchored[mark.id] = true
    proof.identifier = mark.id
  end
  if underlined and target() == "typst" then proof = tinted(content, "bewijs") end
  local out = pandoc.Inlines({ proof })
  if class == "quote" and filled(mark.attribution) then
    out:extend({ pandoc.Space(),
      tinted(pandoc.Inlines(mark.attribution), "toeschrijving", "Toeschrijving") })
  end
  local note = note_about(mark, shown)
  if note then out:insert(note) end
  return out
end

local function mark_class(element)
  for _, class in ipairs(element.classes) do
    if MARKS[class] then return class end
  end
  return nil
end

-- Artefacts: figures and tables.

local function points_wide(svg)
  local head = read(pandoc.path.join({ project, svg }))
  local width, unit = (head or ""):sub(1, 4000):match('<svg[^>]-%swidth="([%d.]+)(%a*)"')
  if width == nil then return nil end
  return tonumber(width) * (unit == "px" and 0.75 or 1)
end

local function typst_string(text)
  return '"' .. text:gsub("\\", "\\\\"):gsub('"', '\\"') .. '"'
end

local function attribute_text(text)
  return (text:gsub("[&<>\"]", { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;",
    ['"'] = "&quot;" }))
end

-- Raw in HTML and typst: neither engine then takes it for something else.
local function picture(mark)
  local width = points_wide(mark.svg)
  local alt = mark.alt or ""
  if target() == "typst" then
    local size = width and string.format("width: %.1fpt, ", width) or ""
    return pandoc.RawInline("typst", string.format("#paraplu-beeld(%s, %salt: %s)",
      typst_string("/" .. mark.svg), size, typst_string(alt))), width
  end
  if target() == "html" then
    local size = width and string.format(' width="%.0f"', width * 4 / 3) or ""
    return pandoc.RawInline("html", string.format('<img src="%s" alt="%s"%s>',
      attribute_text("../" .. mark.svg), attribute_text(alt), size)), width
  end
  local image = pandoc.Image(pandoc.Inlines(alt), "../" .. (mark.png or mark.svg))
  if width then
    image.attributes.width = string.format("%.2fin", math.min(width / 72, WIDEST_INCHES))
  end
  return image, width
end

local function decimals(cell)
  local whole = cell:match("^[−%-+]?%d[%d.\u{00A0}\u{202F}]*,?%d*%%?$")
  if whole == nil then return nil end
  local fraction = cell:match(",(%d+)")
  return fraction and #fraction or 0
end

local function align_on_comma(rows, column)
  local most = 0
  for _, row in ipairs(rows) do most = math.max(most, decimals(row[column] or "") or 0) end
  if most == 0 then return end
  for _, row in ipairs(rows) do
    local have = decimals(row[column] or "")
    if have and have < most then
      local comma = have == 0 and "\u{2008}" or ""
      row[column] = row[column] .. comma .. ("\u{2007}"):rep(most - have)
    end
  end
end

local ALIGN = { left = "AlignLeft", right = "AlignRight", decimal = "AlignRight",
  center = "AlignCenter" }

-- Word gives every column the same width unless told otherwise, and then breaks words.
local function shares(longest)
  local total, out = 0, {}
  for column, letters in ipairs(longest) do
    out[column] = math.max(math.min(letters, WIDEST_CELL), NARROWEST_CELL) + AROUND_CELL
    total = total + out[column]
  end
  for column, letters in ipairs(out) do out[column] = letters / total end
  return out
end

local function table_of(mark)
  local longest, aligns = {}, {}
  for column, align in ipairs(mark.align) do
    aligns[column] = ALIGN[align] or "AlignLeft"
    if align == "decimal" then align_on_comma(mark.rows, column) end
    longest[column] = utf8.len(mark.head[column] or "") // 2
    for word in (mark.head[column] or ""):gmatch("%S+") do
      longest[column] = math.max(longest[column], utf8.len(word) or 0)
    end
  end
  local function cells(row)
    local out = {}
    for column, text in ipairs(row) do
      longest[column] = math.max(longest[column] or 0, utf8.len(text))
      out[column] = { pandoc.Plain(pandoc.Inlines(text)) }
    end
    return out
  end
  local rows, letters = {}, 0
  for index, row in ipairs(mark.rows) do rows[index] = cells(row) end
  for _, length in ipairs(longest) do letters = letters + length + 3 end
  local head = {}
  for column, text in ipairs(mark.head) do head[column] = { pandoc.Plain(pandoc.Inlines(text)) } end
  local widths = {}
  for column = 1, #aligns do widths[column] = 0 end
  if target() == "docx" then widths = shares(longest) end
  local made = pandoc.utils.from_simple_table(
    pandoc.SimpleTable({}, aligns, widths, head, rows))
  if target() == "typst" then made.attr = pandoc.Attr("", { "typst:no-figure" }) end
  return made, letters
end

-- A box that slides sideways where the window is narrower than what it holds.
local function sliding(blocks, class, label)
  return pandoc.Div(blocks, pandoc.Attr("", { class },
    { { "tabindex", "0" }, { "role", "region" }, { "aria-label", label } }))
end

-- What a sign in a table stands for ends its caption.
local function with_legend(content, legend)
  local last = content[#content]
  if last and filled(legend) then
    last.content:insert(pandoc.Space())
    last.content:extend(pandoc.Inlines(legend))
  end
  return content
end

local function artefact(div)
  local kind = div.attributes.table and "table" or "figure"
  local attributes = attributes_of(div)
  attributes.id = div.identifier
  local mark = look_up(kind, attributes, "")
  if mark == nil then return nil end
  local classes = div.classes:filter(function(class) return class ~= "artefact" end)
  local label = pandoc.utils.stringify(div.content)
  local shown
  if kind == "figure" then
    local image, width = picture(mark)
    shown = pandoc.Para({ image })
    if target() == "html" then shown = sliding({ shown }, "figuur-doos", label) end
    if width and width > WIDE_POINTS and not classes:includes("kantlijn") then
      classes:insert("breed")
    end
  else
    local made, letters = table_of(mark)
    shown = made
    if letters > WIDE_LETTERS then classes:insert("breed") end
    if target() == "html" then
      shown = sliding({ made }, "tabel-doos", label)
    end
  end
  local blocks = pandoc.Blocks({ shown })
  blocks:extend(with_legend(div.content, mark.legend))
  return pandoc.Div(blocks, pandoc.Attr(div.identifier, classes, {}))
end

-- Quotations that stand alone.

local function bare(attribution)
  local inner = (attribution or ""):gsub("^%(", ""):gsub("%)$", "")
  return inner
end

local function show_quotation(div)
  local mark = look_up("quote", attributes_of(div), pandoc.utils.stringify(div.content))
  if mark == nil then return nil end
  local source = pandoc.Inlines(bare(mark.attribution))
  local lines = pandoc.Blocks(div.content)
  if target() == "typst" then
    local blocks = pandoc.Blocks({ pandoc.RawBlock("typst", "#paraplu-citaat[") })
    blocks:extend(lines)
    blocks:insert(pandoc.RawBlock("typst", "]["))
    blocks:insert(pandoc.Plain(source))
    blocks:insert(pandoc.RawBlock("typst", "]"))
    return blocks
  end
  if #source > 0 then
    lines:insert(pandoc.Para({ tinted(source, "toeschrijving", "Toeschrijving") }))
  end
  return pandoc.Div({ pandoc.BlockQuote(lines) }, { class = "citaat" })
end

-- Where notes go.

local function take_notes(block)
  local notes, counted = pandoc.Blocks({}), false
  local without = pandoc.Blocks({ block }):walk({
    Span = function(span)
      if not span.classes:includes("pp-noot") then return nil end
      if counted and span.classes:includes("pp-value") then
        notes[#notes].content:extend({ pandoc.Space(), pandoc.Str("·"), pandoc.Space() })
        notes[#notes].content:extend(span.content)
      else
        notes:insert(pandoc.Para(span.content))
      end
      counted = span.classes:includes("pp-value")
      return {}
    end,
  })
  return without[1], notes
end

local function beside(block, notes)
  local margin = pandoc.Div(notes, pandoc.Attr("", { "kantlijn" },
    { { "role", "note" }, { "aria-label", "Bewijs" } }))
  return pandoc.Div({ block, margin }, { class = "met-kantlijn" })
end

local function carries_blocks(block)
  if block.t ~= "Div" or block.identifier:match("^fig%-") or block.identifier:match("^tbl%-") then
    return false
  end
  for _, class in ipairs(block.classes) do
    if class == "citaat" or class == "kaart" or class:match("^callout%-") then return false end
  end
  return true
end

local function place_in_margin(blocks)
  local out, waiting = pandoc.Blocks({}), pandoc.Blocks({})
  for _, block in ipairs(blocks) do
    if carries_blocks(block) then
      block.content = place_in_margin(block.content)
      out:insert(block)
    else
      local clean, notes = take_notes(block)
      if block.t == "Header" then
        out:insert(clean)
        waiting:extend(notes)
      else
        waiting:extend(notes)
        out:insert(#waiting > 0 and beside(clean, waiting) or clean)
        waiting = pandoc.Blocks({})
      end
    end
  end
  if #waiting > 0 then out:insert(beside(pandoc.Div({}), waiting)) end
  return out
end

local function notes_to(blocks, emit)
  return blocks:walk({
    Span = function(span)
      if span.classes:includes("pp-noot") then return emit(span.content) end
      return nil
    end,
  })
end

-- A footnote has no margin of its own.
local function in_brackets(content)
  local out = pandoc.Inlines({ pandoc.Str(" [") })
  out:extend(content)
  out:insert(pandoc.Str("]"))
  return out
end

local function place_inline(blocks)
  local waiting = pandoc.Inlines({})
  local function emit(content)
    if target() == "typst" then
      local note = pandoc.Inlines({ pandoc.RawInline("typst", "#paraplu-noot[") })
      note:extend(content)
      note:insert(pandoc.RawInline("typst", "]"))
      return note
    end
    return pandoc.Inlines({ pandoc.Note({ pandoc.Para(content) }) })
  end
  local moved = pandoc.Blocks({})
  for _, block in ipairs(blocks) do
    if block.t == "Header" then
      local clean, notes = take_notes(block)
      for _, note in ipairs(notes) do waiting:extend(emit(note.content)) end
      moved:insert(clean)
    else
      if #waiting > 0 and (block.t == "Para" or block.t == "Plain") then
        block.content:extend(waiting)
        waiting = pandoc.Inlines({})
      end
      moved:insert(block)
    end
  end
  if #waiting > 0 then moved:insert(pandoc.Para(waiting)) end
  return notes_to(moved:walk({
    Note = function(note) return pandoc.Note(notes_to(note.content, in_brackets)) end,
  }), emit)
end

-- The decision card.

local function raw(text)
  return pandoc.RawBlock("typst", text)
end

local function wrap(blocks, before, after, class)
  if target() == "typst" then
    local out = pandoc.Blocks({ raw(before) })
    out:extend(blocks)
    out:insert(raw(after))
    return out
  end
  return pandoc.Blocks({ pandoc.Div(blocks, styled(class, "Kaart " .. class:match("%S+$"))) })
end

local function titled(title, level, blocks)
  local header = pandoc.Header(level, pandoc.Inlines(title), { class = "unnumbered unlisted" })
  local out = pandoc.Blocks({ header })
  out:extend(blocks)
  return out
end

local function parts_of_card(div)
  local parts, intro, header = {}, pandoc.Blocks({}), nil
  for _, block in ipairs(div.content) do
    local role
    if block.t == "Div" then
      for _, class in ipairs(block.classes) do
        if class == "links" or class == "rechts" then role = class end
        for _, known in ipairs(CARD) do if known.class == class then role = class end end
      end
    end
    if role then parts[role] = block
    elseif block.t == "Header" and header == nil then header = block
    else intro:insert(block) end
  end
  return header, intro, parts
end

local function pole(block, level, side)
  local name = block.attributes.naam or side
  local body = titled(name, level, block.content)
  if target() == "typst" then return body end
  return pandoc.Blocks({ pandoc.Div(body, { class = "pool " .. side }) })
end

local function poles(parts, level)
  local out = pandoc.Blocks({})
  if target() == "typst" then
    out:insert(raw("#paraplu-polen["))
    out:extend(pole(parts.links, level, "links"))
    out:insert(raw("]["))
    out:extend(pole(parts.rechts, level, "rechts"))
    out:insert(raw("]"))
    return out
  end
  if target() == "docx" then
    local sides = { parts.links, parts.rechts }
    local heads, cells = {}, {}
    for column, side in ipairs(sides) do
      heads[column] = { pandoc.Plain(pandoc.Inlines(side.attributes.naam or "")) }
      cells[column] = side.content
    end
    return pandoc.Blocks({ pandoc.utils.from_simple_table(pandoc.SimpleTable(
      {}, { "AlignLeft", "AlignLeft" }, { 0.5, 0.5 }, heads, { cells })) })
  end
  out:extend(pole(parts.links, level, "links"))
  out:extend(pole(parts.rechts, level, "rechts"))
  return pandoc.Blocks({ pandoc.Div(out, { class = "polen" }) })
end

local function card(div)
  local header, intro, parts = parts_of_card(div)
  local name = header and pandoc.utils.stringify(header) or essay
  local complete = header ~= nil and parts.links ~= nil and parts.rechts ~= nil
  for _, known in ipairs(CARD) do complete = complete and parts[known.class] ~= nil end
  if not complete then
    refuse("P453", name)
    return nil
  end
  local level = header.level + 1
  local body = pandoc.Blocks({ header })
  body:extend(intro)
  body:extend(poles(parts, level))
  for _, known in ipairs(CARD) do
    local block = parts[known.class]
    body:extend(wrap(titled(known.title, level, block.content),
      "#paraplu-vak(" .. typst_string(known.class) .. ")[", "]", "vak " .. known.class))
  end
  local clean, notes = take_notes(pandoc.Div(body))
  if #notes > 0 then
    clean.content:extend(wrap(notes, "#paraplu-kaartbewijs[", "]", "kaart-bewijs"))
  end
  if target() == "typst" then
    return wrap(clean.content, "#paraplu-kaart(" .. typst_string(name) .. ")[", "]")
  end
  clean.classes = { "keuzekaart", "kaart" }
  return clean
end

-- The whole document.

local function show_marks(blocks)
  return blocks:walk({
    traverse = "topdown",
    Div = function(div)
      if div.classes:includes("eigen") then return div, false end
      if div.classes:includes("artefact") then return artefact(div) end
      if div.classes:includes("quote") then return show_quotation(div) end
      return nil
    end,
    Span = function(span)
      if span.classes:includes("eigen") then return nil end
      local class = mark_class(span)
      if class then return show_inline(span, class) end
      return nil
    end,
  })
end

local function show_cards(blocks)
  return blocks:walk({
    Div = function(div)
      if div.classes:includes("keuzekaart") then return card(div) end
      return nil
    end,
  })
end

function Pandoc(doc)
  local file = load_marks()
  local blocks = show_cards(name_sources_once(show_marks(doc.blocks)))
  stop_on_problems()
  doc.blocks = target() == "html" and place_in_margin(blocks) or place_inline(blocks)
  local settings = project_settings()
  local site = settings.website or {}
  doc.meta.studie = site.title or file.study
  doc.meta.essay = pandoc.RawInline("html", essay)
  doc.meta.fictief = file.fictional == true
  if target() == "html" then
    doc.meta.navigatie = navigation(site)
    for form, format in pairs({ ["met-pdf"] = "typst", ["met-docx"] = "docx" }) do
      if doc.meta[form] == nil then doc.meta[form] = (settings.format or {})[format] ~= nil end
    end
    doc.meta.bewijs = read(pandoc.path.join({ project, "essays", "_marks", "evidence.json" })) ~= nil
    doc.meta.begin = pandoc.RawInline("html", is_essay("index") and "index" or essay)
    doc.meta.verantwoording = is_essay("verantwoording")
  end
  return doc
end

return { { Pandoc = Pandoc } }
