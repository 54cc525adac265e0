-- The structure of a report: front matter, values, figures, tables, numbers and cross-references.
-- Runs before citeproc; the same for HTML and typst. What can't be set is complained of on standard error.

local typst = FORMAT:match("typst") ~= nil
local handle = assert(io.open("report.json", "rb"))
local report = pandoc.json.decode(handle:read("a"), false)
handle:close()

local dressed = dofile(pandoc.path.join{pandoc.path.directory(PANDOC_SCRIPT_FILE), "tables.lua"})
local VALUE = "\u{e000}"
local numbers, counts, titles = {}, {figure = 0, table = 0, equation = 0}, {}
local cited = false

local function complain(text) io.stderr:write("mediastudy: " .. text .. "\n") end

local function take_caption(div)
  local caption, rest = nil, pandoc.Blocks{}
  for _, block in ipairs(div.content) do
    if block.t == "Div" and block.classes:includes("ms-caption") and not caption then
      caption = block.content
    else
      rest:insert(block)
    end
  end
  return caption, rest
end

-- A caption begins with its number, alike in both formats.
local function numbered(kind, key, caption)
  if key == "" then return caption or pandoc.Blocks{} end
  if numbers[key] then complain("the label " .. key .. " is used twice; give each figure and table its own.") end
  counts[kind] = counts[kind] + 1
  numbers[key] = report.words[kind] .. "\u{a0}" .. counts[kind]
  local inlines = caption and pandoc.utils.blocks_to_inlines(caption) or pandoc.Inlines{}
  inlines:insert(1, pandoc.Space())
  inlines:insert(1, pandoc.Strong{pandoc.Str(numbers[key] .. ".")})
  return pandoc.Blocks{pandoc.Plain(inlines)}
end

-- Figures, tables, formulas, remarks -------------------------------------------------------------------------------

local function tables_in(blocks)
  local found = pandoc.Blocks{}
  for _, block in ipairs(blocks) do
    local source = blocks
    if block.t == "CodeBlock" and block.classes:includes("ms-html") then
      source = pandoc.read(block.text, "html").blocks
    else
      source = pandoc.Blocks{block}
    end
    source:walk{Table = function(tbl) found:insert(tbl) end}
  end
  return found
end

local function set_table(div)
  local caption, rest = take_caption(div)
  local found = tables_in(rest)
  if #found == 0 then complain("the table " .. div.attributes.key .. " has no rows that can be read.") end
  local out = pandoc.Blocks{}
  for place, tbl in ipairs(found) do
    local first = place == 1
    local text = first and numbered("table", div.attributes.key, caption) or pandoc.Blocks{}
    out:insert(dressed(tbl, first and div.attributes.key or "", text))
  end
  return out, false
end

local function set_figure(div)
  local caption = take_caption(div)
  local given = div.attributes
  if given.alt == "" then complain("the figure " .. given.src .. " has no alternative text; add :alt: to it.") end
  local image = pandoc.Image({pandoc.Str(given.alt)}, given.src, "", pandoc.Attr("", {}, {alt = given.alt}))
  local shown = pandoc.Plain{image}
  if given.live and not typst then shown = pandoc.Div({}, pandoc.Attr("", {"live"}, {file = given.live})) end
  local figure = pandoc.Figure({shown}, {long = numbered("figure", given.key, caption)})
  figure.attr = pandoc.Attr(given.key)
  return figure, false
end

local function set_equation(div)
  local key = div.attributes.key
  numbered("equation", key, nil)
  local number = "(" .. counts.equation .. ")"
  div.attr = pandoc.Attr(key, {"equation"}, {number = number})
  if not typst then div.content:insert(pandoc.Plain{pandoc.Span({pandoc.Str(number)}, pandoc.Attr("", {"equation-number"}))}) end
  return div
end

local function set_remark(div)
  local title, rest = take_caption(div)
  local words = title and pandoc.utils.blocks_to_inlines(title) or pandoc.Inlines{pandoc.Str(report.words[div.attributes.kind])}
  rest:insert(1, pandoc.Div({pandoc.Para{pandoc.Strong(words)}}, pandoc.Attr("", {"admonition-title"})))
  return pandoc.Div(rest, pandoc.Attr("", {"admonition", div.attributes.kind}))
end

local blocks = {
  traverse = "topdown",
  Div = function(div)
    if div.classes:includes("ms-table") then return set_table(div) end
    if div.classes:includes("ms-figure") then return set_figure(div) end
    if div.classes:includes("ms-equation") then return set_equation(div) end
    if div.classes:includes("ms-admonition") then return set_remark(div) end
  end,
  Table = function(tbl) return dressed(tbl, "", pandoc.Blocks{}), false end,
}

-- The picture as a file in this folder, where both formats find it.
local pictures = {}
local function at_hand(src)
  if pictures[src] then return pictures[src] end
  if src:match("^%a[%w+.-]+:") then
    complain("the picture " .. src:sub(1, 60) .. " is no file; save it beside the notebook.")
    return src
  end
  for _, folder in ipairs(PANDOC_STATE.resource_path) do
    local file = io.open(pandoc.path.join{folder, src}, "rb")
    if file then
      local name = src
      if folder ~= "." then
        counts.picture = (counts.picture or 0) + 1
        name = "picture-" .. counts.picture .. (src:match("%.%w+$") or "")
        local copy = assert(io.open(name, "wb"))
        copy:write(file:read("a"))
        copy:close()
      end
      file:close()
      pictures[src] = name
      return name
    end
  end
  complain("the picture " .. src .. " is not there; paths start at the notebook's folder.")
  return src
end

-- Words ------------------------------------------------------------------------------------------------------------

local function harmless(markup) return markup:match("^%s*<!%-%-.*%-%->%s*$") end

local words = {
  Code = function(code)
    if code.text:sub(1, #VALUE) ~= VALUE then return end
    return pandoc.Str(report.values[tonumber(code.text:sub(#VALUE + 1))])
  end,
  Span = function(span)
    if span.classes:includes("ms-sub") then return pandoc.Subscript(span.content) end
    if span.classes:includes("ms-sup") then return pandoc.Superscript(span.content) end
  end,
  RawInline = function(raw)
    if raw.text:match("^<br%s*/?>$") then return pandoc.LineBreak() end
    if harmless(raw.text) then return {} end
    complain("the HTML " .. raw.text .. " can't be set in a PDF; write it in Markdown.")
  end,
  RawBlock = function(raw)
    if harmless(raw.text) then return {} end
    complain("the HTML " .. raw.text:sub(1, 60) .. " can't be set in a PDF; write it in Markdown.")
  end,
  Image = function(image)
    image.src = at_hand(image.src)
    if #image.caption == 0 and not image.attributes.alt then
      complain("the picture " .. image.src .. " has no alternative text; write it between the brackets.")
    end
    return image
  end,
  Str = function(str)
    local note = str.text:match("%[(%^[^%]]+)%]")
    if note then complain("the footnote [" .. note .. "] has no text; add a line [" .. note .. "]: ...") end
  end,
  Cite = function(cite) cited = true end,
}

local links = {
  Link = function(link)
    local key = link.target:match("^#(.+)$")
    if not key then return end
    local known = numbers[key] or titles[key]
    if not known then
      complain("the cross-reference [](#" .. key .. ") leads nowhere; no figure, table or heading has that label.")
    elseif #link.content == 0 then
      link.content = type(known) == "string" and pandoc.Inlines{pandoc.Str(known)} or known
    end
    return link
  end,
}

-- Headings begin at the level under the title and never skip one, as readers of the structure expect.
local function level_headings(all)
  local top, previous, shift = typst and 1 or 2, nil, 0
  for _, block in ipairs(all) do
    if block.t == "Header" and (not shift or previous == nil) then
      shift, previous = top - block.level, top
    end
    if block.t == "Header" then
      block.level = math.max(top, math.min(block.level + shift, previous + 1))
      previous = block.level
      titles[block.identifier] = block.content
    end
  end
end

local function drop_trailing_references(all)
  local last = all[#all]
  if last and last.t == "Header" and pandoc.utils.stringify(last) == report.words.references then all:remove() end
end

local function front_blocks()
  local front, text = report.front, pandoc.Blocks{}
  if front.abstract ~= "" then
    text = pandoc.read(front.abstract, "markdown-raw_tex-raw_html").blocks
    text:insert(1, pandoc.Para{pandoc.Strong{pandoc.Str(report.words.abstract)}})
  end
  if #front.keywords > 0 then
    local line = {pandoc.Strong{pandoc.Str(report.words.keywords .. ":")}, pandoc.Space(), pandoc.Str(table.concat(front.keywords, ", "))}
    text:insert(pandoc.Div({pandoc.Para(line)}, pandoc.Attr("", {"keywords"})))
  end
  return #text > 0 and pandoc.Blocks{pandoc.Div(text, pandoc.Attr("", {"abstract"}))} or text
end

local function closing_blocks()
  local out, level = pandoc.Blocks{}, typst and 1 or 2
  if cited then
    out:insert(pandoc.Header(level, report.words.references, pandoc.Attr("references", {"unnumbered"})))
    out:insert(pandoc.Div({}, pandoc.Attr("refs")))
  end
  local lines = pandoc.Blocks{}
  for _, line in ipairs(report.colophon) do lines:insert(pandoc.Para{pandoc.Str(line)}) end
  lines:insert(1, pandoc.Para{pandoc.Strong{pandoc.Str(report.words.colophon)}})
  out:insert(pandoc.Div(lines, pandoc.Attr("", {"colophon"})))
  return out
end

function Pandoc(doc)
  drop_trailing_references(doc.blocks)
  level_headings(doc.blocks)
  local text = front_blocks()
  text:extend(doc.blocks)
  text = text:walk(blocks):walk(words):walk(links)
  text:extend(closing_blocks())
  local front = report.front
  local meta = doc.meta
  meta.lang, meta.title, meta.pagetitle, meta.subtitle, meta.date = front.lang, front.title, front.title, front.subtitle, front.date
  meta.keywords = table.concat(front.keywords, ", ")
  meta.authors = pandoc.MetaList{}
  for _, author in ipairs(front.authors) do table.insert(meta.authors, author) end
  return pandoc.Pandoc(text, meta)
end
