-- For scripts of wrk that send something new with each request: numbers the threads (lane), counts the answers, and says
-- at the end how many came and how many of them were not as expected.
local threads = {}

function setup(thread)
  thread:set("lane", #threads)
  table.insert(threads, thread)
end

answered = 0
bad = 0

function response(status)
  answered = answered + 1
  if status ~= expected then bad = bad + 1 end
end

function done()
  local all, wrong = 0, 0
  for _, thread in ipairs(threads) do
    all = all + thread:get("answered")
    wrong = wrong + thread:get("bad")
  end
  io.write("answered " .. all .. "\n")
  if wrong > 0 then io.stderr:write("not " .. expected .. ": " .. wrong .. "\n") end
end
