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
