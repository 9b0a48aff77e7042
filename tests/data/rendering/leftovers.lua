-- What Quarto would still take up after the filters: each is an error.

local left = {}

local function leave(what)
  left[#left + 1] = what
end

local function look_at(element)
  local kind = element.identifier:match("^(%a+)%-")
  if kind == "fig" or kind == "tbl" then leave(element.t .. " #" .. element.identifier) end
  for _, class in ipairs(element.classes) do
    for _, own in ipairs({ "^callout", "^column%-", "^panel%-", "^content%-", "^block$", "^aside$" }) do
      if class:match(own) then leave(element.t .. " ." .. class) end
    end
  end
end

function Pandoc(doc)
  for _, name in ipairs({ "bibliography", "nocite", "references" }) do
    if doc.meta[name] ~= nil then leave("meta " .. name) end
  end
  doc.blocks:walk({
    Cite = function(cite) leave("Cite " .. cite.citations[1].id) end,
    Figure = function() leave("Figure") end,
    Div = look_at,
    Table = look_at,
    Image = look_at,
    Header = function(header)
      if FORMAT ~= "typst" and not header.classes:includes("unnumbered") then
        leave("Header " .. header.identifier)
      end
    end,
    Quoted = function() if FORMAT == "typst" then leave("Quoted") end end,
  })
  if #left > 0 then error("LEFT\n" .. table.concat(left, "\n"), 0) end
  return nil
end

return { { Pandoc = Pandoc } }
