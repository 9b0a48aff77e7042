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
