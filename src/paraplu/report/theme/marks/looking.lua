-- paraplu.lua: shows what the judge decided about the marks of an essay.
--
-- One filter for both engines (Quarto runs it at pre-ast). It reads essays/_marks/<essay>.json,
-- looks every mark up by its key, fills and annotates it, and stops on a mark that is missing or
-- failed. It judges nothing itself.

local MARKS = { value = true, claim = true, quote = true, context = true }
local CARD = {
  { class = "tegenspraak", title = "Tegenspraak" },
  { class = "en", title = "Wat “en” zou vragen" },
  { class = "signalen", title = "Vroege signalen" },
  { class = "onbeantwoord", title = "Wat deze evaluatie niet kan zeggen" },
}
local PUNCTUATION = { "“", "”", "‘", "’", "„", "‚", "«", "»", "–", "—", "…", "·", "−",
  "\u{00A0}", "\u{202F}", "\u{2009}" }
local WIDE_POINTS = 460
local WIDE_LETTERS = 78
local WIDEST_INCHES = 6.3
local WIDEST_CELL, NARROWEST_CELL, AROUND_CELL = 32, 4, 3
local LABEL_WORDS = 7

local essay, marks, problems, project = nil, {}, {}, nil
local anchored = {} -- claims that evidence pages lead back to, the first of each

local function target()
  if FORMAT:match("html") or FORMAT:match("epub") then return "html" end
  if FORMAT:match("typst") then return "typst" end
  return FORMAT
end

local function refuse(code, what)
  problems[#problems + 1] = "[" .. code .. "] " .. what
end

-- A class for the style sheet, and in Word the style of that name.
local function styled(class, style)
  local classes = {}
  for one in class:gmatch("%S+") do classes[#classes + 1] = one end
  if target() == "docx" then
    return pandoc.Attr("", classes, { { "custom-style", style } })
  end
  return pandoc.Attr("", classes)
end

-- A span that looks like its class in all three formats.
local function tinted(content, class, style)
  if target() == "typst" then
    local out = pandoc.Inlines({ pandoc.RawInline("typst", "#paraplu-" .. class .. "[") })
    out:extend(content)
    out:insert(pandoc.RawInline("typst", "]"))
    return pandoc.Span(out)
  end
  return pandoc.Span(content, style and styled(class, style) or { class = class })
end

local function stop_on_problems()
  if #problems > 0 then
    error("PARAPLU\n" .. table.concat(problems, "\n") .. "\nPARAPLU", 0)
  end
end

-- Keys: the same function as in Python (paraplu.report.keys).

local function reduce(text)
  for _, sign in ipairs(PUNCTUATION) do text = text:gsub(sign, "") end
  return (text:gsub("[\0-\x2F\x3A-\x40\x5B-\x60\x7B-\x7F]", ""))
end

local function key_of(class, attributes, text)
  local parts = {}
  for name, value in pairs(attributes) do parts[#parts + 1] = name .. "=" .. value end
  table.sort(parts)
  table.insert(parts, 1, class)
  parts[#parts + 1] = reduce(text)
  return table.concat(parts, "|")
end

local function attributes_of(element)
  local found = {}
  for name, value in pairs(element.attributes) do found[name] = value end
  return found
end

local function look_up(class, attributes, text)
  local key = key_of(class, attributes, text)
  local mark = marks[key]
  if mark == nil then
    refuse("P451", key)
  elseif not mark.ok then
    refuse("P452", key)
    mark = nil
  end
  return mark
end

-- Reading: the marks file, and the navigation from _quarto.yml.

local function read(path)
  local file = io.open(path, "rb")
  if file == nil then return nil end
  local text = file:read("a")
  file:close()
  return text
end

local function essay_name()
  local path = (quarto and quarto.doc and quarto.doc.input_file) or PANDOC_STATE.input_files[1]
  return pandoc.path.split_extension(pandoc.path.filename(path))
end

local function is_essay(name)
  local file = io.open(pandoc.path.join({ project, "essays", name .. ".qmd" }), "rb")
  if file then file:close() end
  return file ~= nil
end

local function load_marks()
  project = os.getenv("QUARTO_PROJECT_DIR")
    or (quarto and quarto.project and quarto.project.directory) or "."
  essay = essay_name()
  local text = read(pandoc.path.join({ project, "essays", "_marks", essay .. ".json" }))
  if text == nil then
    refuse("P450", essay)
    stop_on_problems()
  end
  local file = pandoc.json.decode(text, false)
  marks = file.marks
  return file
end

local function project_settings()
  local yaml = read(pandoc.path.join({ project, "_quarto.yml" }))
  if yaml == nil then return {} end
  return pandoc.read("---\n" .. yaml .. "\n---\n", "markdown").meta
end

local function navigation(site)
  local bar, links = site.navbar or {}, {}
  for _, item in ipairs(bar.left or {}) do
    local href = pandoc.utils.stringify(item.href or "")
    local page = pandoc.path.split_extension(pandoc.path.filename(href))
    links[#links + 1] = {
      text = item.text,
      href = pandoc.RawInline("html", page .. ".html"),
      current = page == essay,
    }
  end
  return links
end
