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
