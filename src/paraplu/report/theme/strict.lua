-- strict.lua: what the embedded engine cannot show the same way in all three formats.
--
-- Only the embedded engine runs this, and first: Quarto shows formulas, raw HTML and code cells
-- by itself. Each is a problem, never silence.

local problems = {}

local function refuse(what)
  problems[#problems + 1] = "[P460] " .. what:match("^[^\n]*")
end

local function refuse_raw(element)
  if not element.text:match("^<!%-%-.*%-%->%s*$") then refuse(element.text) end
end

function Pandoc(doc)
  doc:walk({
    Math = function(math) refuse("$" .. math.text .. "$") end,
    CodeBlock = function(code)
      for _, class in ipairs(code.classes) do
        if class:match("^{") then refuse(class) end
      end
    end,
    RawBlock = refuse_raw,
    RawInline = refuse_raw,
  })
  if #problems > 0 then error("PARAPLU\n" .. table.concat(problems, "\n") .. "\nPARAPLU", 0) end
  return nil
end

return { { Pandoc = Pandoc } }
