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
