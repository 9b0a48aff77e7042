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
