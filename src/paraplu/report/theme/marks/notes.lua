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
