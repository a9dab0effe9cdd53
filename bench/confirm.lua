-- The sellers of the contracts AG-2020-... say yes by SMS, each once. FIRST in the environment is the first number that
-- no earlier run has used. Says at the end how many were sent, and if an answer was not 200.
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"

local threads = {}

function setup(thread)
  thread:set("lane", #threads)
  table.insert(threads, thread)
end

function init()
  number = tonumber(os.getenv("FIRST")) + lane
  answered = 0
  bad = 0
end

function request()
  local body = string.format("from=%%2B2547%08d&to=21512&id=yes-%d&text=YES-AG-2020-%06d", number * 2, number, number)
  number = number + 2
  return wrk.format(nil, "/api/v1/sms/webhook", nil, body)
end

function response(status)
  answered = answered + 1
  if status ~= 200 then bad = bad + 1 end
end

function done()
  local all, wrong = 0, 0
  for _, thread in ipairs(threads) do
    all = all + thread:get("answered")
    wrong = wrong + thread:get("bad")
  end
  io.write("answered " .. all .. "\n")
  if wrong > 0 then io.stderr:write("not 200: " .. wrong .. "\n") end
end
