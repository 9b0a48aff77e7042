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
  local others = div.classes:filter(function(class) return not class:match("^callout%-") end)
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
    local classes = pandoc.List({ "kader", "kader-" .. type })
    classes:extend(others)
    return pandoc.Div(out, pandoc.Attr("", classes, { { "role", "note" } }))
  end
  out:extend(content)
  return pandoc.Div(out, { ["custom-style"] = "Kader" })
end
