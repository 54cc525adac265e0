-- How a table is set: its columns' sides and widths, its rules, its letters. Loaded by structure.lua.

local typst = FORMAT:match("typst") ~= nil

local FULL_WIDTH = 101 -- characters of 9 pt sans that fit the text's width
local LONG = 26 -- characters from which a column is text that wraps
local LANDSCAPE = 1.56 -- how much wider the text is on a page on its side
local TALL = 800 -- characters in a cell whose row may break over pages
local SHORT = 13 -- rows, the head among them, of a table that stays on one page
local SMALL = 0.86 -- size of the small letters of a concordance
local GAP = 2.4 -- characters that stand for the space between columns

local SIDES = {AlignLeft = "left", AlignCenter = "center", AlignRight = "right"}

-- The length of a text in narrow characters: Chinese ones count two.
local function width_of(text)
  local width = 0
  for _, code in utf8.codes(text) do width = width + (code >= 0x2e80 and 2 or 1) end
  return width
end

-- The width of a cell's longest line; small letters ask for less.
local function width_of_cell(cell)
  local lines = cell.contents:walk{LineBreak = function() return pandoc.Str("\n") end}
  local width, small = 0, 1
  for line in pandoc.utils.stringify(lines):gmatch("[^\n]+") do width = math.max(width, width_of(line)) end
  cell.contents:walk{Span = function(span) if span.classes:includes("small") then small = SMALL end end}
  return small * width
end

-- The longest piece that can't be broken over two lines; between Chinese characters a line may break.
local function longest_word(text)
  local longest = 0
  for word in text:gmatch("%S+") do
    if not word:find("[\u{e4}-\u{e9}][\u{80}-\u{bf}][\u{80}-\u{bf}]") then longest = math.max(longest, width_of(word)) end
  end
  return longest
end

local function each_row(tbl, visit)
  for _, row in ipairs(tbl.head.rows) do visit(row, true) end
  for _, body in ipairs(tbl.bodies) do
    for _, row in ipairs(body.head) do visit(row, false) end
    for _, row in ipairs(body.body) do visit(row, false) end
  end
end

local function looks_numeric(text) return text:match("^[<>%s−–%-]*[%d,%.]+%s*%%?$") ~= nil or text == "–" end

-- For each column the width its cells ask for, and whether it is long text that should wrap.
local function measured(tbl)
  local columns = {}
  each_row(tbl, function(row, is_head)
    for place, cell in ipairs(row.cells) do
      local text = pandoc.utils.stringify(cell.contents)
      local column = columns[place] or {width = 0}
      local width = width_of_cell(cell)
      if width <= LONG and not looks_numeric(text) then width = 1.08 * width end -- a short text may be all wide letters
      if is_head then width = 1.15 * longest_word(text) end -- heads wrap, and are bold
      column.width = math.max(column.width, width + GAP)
      columns[place] = column
    end
  end)
  for _, column in ipairs(columns) do column.long = column.width > LONG end
  return columns
end

-- The largest letters at which nothing wraps; failing that, those at which short columns keep to one line and long ones
-- have room to wrap. The lines of a concordance are read across, so they wrap last.
local function letter_size(columns, is_concordance)
  local wish, need = 0, 0
  for _, column in ipairs(columns) do
    wish = wish + column.width
    need = need + (column.long and LONG or column.width)
  end
  if wish <= FULL_WIDTH then return nil end
  for _, size in ipairs(is_concordance and {9, 8.5, 8, 7.5, 7} or {9, 8.5, 8}) do
    if wish <= FULL_WIDTH * 9 / size then return size, 1 end
  end
  for _, size in ipairs(is_concordance and {7, 6.5} or {9, 8.5, 8, 7.5, 7, 6.5}) do
    if need <= FULL_WIDTH * 9 / size then return size, 1 end
  end
  for _, size in ipairs{8, 7.5, 7, 6.5} do
    if need <= LANDSCAPE * FULL_WIDTH * 9 / size then return size, LANDSCAPE end
  end
  return 6.5, nil
end

-- Short columns get what they ask for; what they leave is shared among the long ones by the length of their text.
local function share_width(tbl, columns, size, turned)
  local room, asked = turned * FULL_WIDTH * 9 / size, 0
  local left = room
  for _, column in ipairs(columns) do
    if column.long then asked = asked + math.min(column.width, room) else left = left - column.width end
  end
  local stretch = asked == 0 and room / (room - left) or 1
  for place, column in ipairs(columns) do
    local width = column.long and left * math.min(column.width, room) / asked or column.width * stretch
    tbl.colspecs[place] = {tbl.colspecs[place][1], math.max(width, GAP) / room}
  end
end

local function side_of(cell)
  if cell.alignment ~= "AlignDefault" then return cell.alignment end
  return looks_numeric(pandoc.utils.stringify(cell.contents)) and "AlignRight" or "AlignLeft"
end

local function align_columns(tbl)
  local first = tbl.bodies[1] and tbl.bodies[1].body[1]
  for place, spec in ipairs(tbl.colspecs) do
    local cell = first and first.cells[place]
    local side = spec[1]
    if side == "AlignDefault" then side = cell and side_of(cell) or "AlignLeft" end
    tbl.colspecs[place] = {side, nil}
  end
  each_row(tbl, function(row, _)
    for _, cell in ipairs(row.cells) do
      cell.attr = pandoc.Attr()
      if cell.col_span == 1 then cell.alignment = "AlignDefault" end
    end
  end)
end

-- A short table stays on one page.
local function is_short(tbl)
  local rows, tall = 0, false
  each_row(tbl, function(row, _)
    rows = rows + 1
    for _, cell in ipairs(row.cells) do tall = tall or width_of(pandoc.utils.stringify(cell.contents)) > TALL / SHORT end
  end)
  return rows <= SHORT and not tall
end

-- Rows stay whole over a page's end, unless one is too tall for any page.
local function keep_rows(tbl)
  each_row(tbl, function(row, _)
    local tall = false
    for _, cell in ipairs(row.cells) do tall = tall or width_of(pandoc.utils.stringify(cell.contents)) > TALL end
    for _, cell in ipairs(tall and row.cells or {}) do cell.attr.attributes["typst:breakable"] = "true" end
  end)
end

local function draw_rules(tbl)
  local body = tbl.bodies[#tbl.bodies]
  local last = body and body.body[#body.body]
  for _, cell in ipairs(last and last.cells or {}) do
    cell.attr.attributes["typst:stroke"] = "(bottom: 0.8pt)"
  end
  local first = tbl.head.rows[1]
  for place, cell in ipairs(first and first.cells or {}) do
    cell.attr.attributes["typst:stroke"] = "(top: 0.8pt)"
    cell.attr.attributes["typst:align"] = "bottom + " .. SIDES[tbl.colspecs[place][1]]
  end
end

-- Whether the table needs a page on its side.
local function fit_page(tbl, key)
  local columns = measured(tbl)
  local size, turned = letter_size(columns, tbl.classes:includes("concordance"))
  if not size then return false end
  if not turned then
    io.stderr:write("mediastudy: the table " .. key .. " has " .. #columns .. " columns, more than a page holds; show fewer.\n")
    return false
  end
  tbl.attr.attributes["typst:text:size"] = size .. "pt"
  share_width(tbl, columns, size, turned)
  return turned > 1
end

-- On a screen a wide table scrolls, but its long texts keep a readable width and its short ones one line.
local function fit_screen(tbl)
  local columns = measured(tbl)
  if not letter_size(columns) then return {"table-wrap"} end
  each_row(tbl, function(row, is_head)
    for place, cell in ipairs(row.cells) do
      if columns[place].long then cell.classes = {"long"} elseif not is_head then cell.classes = {"short"} end
    end
  end)
  return {"table-wrap", "wide"}
end

-- The small letters of a concordance in a PDF; on a screen report.css sets them.
local function shrink(tbl)
  return tbl:walk{Span = function(span)
    if not span.classes:includes("small") then return nil end
    span.attributes["typst:text:size"] = SMALL .. "em"
    span.attributes["typst:text:fill"] = "luma(90)"
    return span
  end}
end

local function dressed(tbl, key, caption)
  align_columns(tbl)
  if typst then tbl = shrink(tbl) end
  local turned, classes = false, nil
  if typst then
    keep_rows(tbl)
    draw_rules(tbl)
    turned = fit_page(tbl, key)
  else
    classes = fit_screen(tbl)
  end
  tbl.attr = pandoc.Attr(key, {}, tbl.attr.attributes)
  tbl.caption = {long = caption}
  if turned then return pandoc.Div({tbl}, pandoc.Attr("", {"turned"})) end
  if typst then return is_short(tbl) and pandoc.Div({tbl}, pandoc.Attr("", {"whole"})) or tbl end
  local name = pandoc.utils.stringify(caption)
  local label = {{"tabindex", "0"}} -- a list of pairs keeps its order, and the bytes with it
  if name ~= "" then label = {{"role", "region"}, {"aria-label", name}, {"tabindex", "0"}} end
  return pandoc.Div({tbl}, pandoc.Attr("", classes, label))
end

return dressed
