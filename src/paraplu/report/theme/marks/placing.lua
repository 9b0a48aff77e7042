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
