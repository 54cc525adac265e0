-- The last touches, after citeproc: what typst needs said in its own words, and what HTML needs marked.

local typst = FORMAT:match("typst") ~= nil

local function quoted(text)
  return '"' .. text:gsub("\\", "\\\\"):gsub('"', '\\"'):gsub("%s+", " ") .. '"'
end

local function verbatim(text)
  return '"' .. text:gsub("\\", "\\\\"):gsub('"', '\\"'):gsub("\n", "\\n") .. '"'
end

-- A formula with its TeX source as alternative text, which PDF/UA asks for.
local function formula(math, number)
  local block = math.mathtype == "DisplayMath"
  local written = pandoc.write(pandoc.Pandoc{pandoc.Plain{pandoc.Math("InlineMath", math.text)}}, "typst"):gsub("%s+$", "")
  local numbering = number and ", numbering: _ => [" .. number .. "]" or ""
  return "#math.equation(block: " .. tostring(block) .. numbering .. ", alt: " .. quoted(math.text) .. ", " .. written .. ")"
end

local function wrapped(name, div, ending)
  local out = pandoc.Blocks{pandoc.RawBlock("typst", "#" .. name .. "[")}
  out:extend(div.content)
  out:insert(pandoc.RawBlock("typst", "]" .. (ending or "")))
  return out
end

local for_typst = {
  Div = function(div)
    if div.classes:includes("equation") then
      local math
      div:walk{Math = function(found) math = found end}
      return pandoc.RawBlock("typst", formula(math, div.attributes.number) .. " <" .. div.identifier .. ">")
    end
    for _, name in ipairs{"abstract", "keywords", "colophon", "admonition", "turned", "whole"} do
      if div.classes:includes(name) then return wrapped(name, div) end
    end
    if div.classes:includes("admonition-title") then return div.content end
    if div.identifier == "refs" then return wrapped("references", div) end
  end,
  Math = function(math) return pandoc.RawInline("typst", formula(math) .. ";") end,
  Image = function(image)
    local alt = image.attributes.alt or pandoc.utils.stringify(image.caption)
    return pandoc.RawInline("typst", "#image(" .. quoted(image.src) .. ", alt: " .. quoted(alt) .. ")")
  end,
  CodeBlock = function(code)
    local lang = code.classes[1] == "python" and ', lang: "python"' or ""
    return pandoc.RawBlock("typst", "#raw(block: true" .. lang .. ", " .. verbatim(code.text) .. ")")
  end,
}

local for_html = {
  -- HTML that the manuscript has found harmless stands as it is.
  Div = function(div)
    if not div.classes:includes("live") or not div.attributes.file then return end
    local handle = assert(io.open(div.attributes.file, "rb"))
    local markup = handle:read("a")
    handle:close()
    return pandoc.RawBlock("html", markup)
  end,
  Image = function(image)
    image.caption = {pandoc.Str(image.attributes.alt or pandoc.utils.stringify(image.caption))}
    image.attributes.alt = nil
    return image
  end,
}

return {
  {Pandoc = function(doc) return doc:walk(typst and {Div = for_typst.Div} or {}) end},
  typst and {Math = for_typst.Math, Image = for_typst.Image, CodeBlock = for_typst.CodeBlock} or for_html,
}
