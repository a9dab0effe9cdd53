-- Makes contracts: a new one with new numbers for each request. Says at the end if an answer was not 201.
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"

local threads = {}

function setup(thread)
  thread:set("lane", #threads)
  table.insert(threads, thread)
end

function init()
  -- Each run begins elsewhere, so that no number is in many contracts.
  count = os.time() % 10000 * 200
  bad = 0
end

function request()
  count = count + 1
  local seller = 712000000 + lane * 4000000 + count * 2 % 4000000
  return wrk.format(nil, "/api/v1/contracts/create/manual", nil, string.format(
    '{"product": "Maize", "total_amount": 350000, "parties": [{"role": "seller", "phone_number": "+254%d"}, ' ..
    '{"role": "buyer", "phone_number": "+254%d"}]}', seller, seller + 1))
end

function response(status)
  if status ~= 201 then bad = bad + 1 end
end

function done()
  local all = 0
  for _, thread in ipairs(threads) do all = all + thread:get("bad") end
  if all > 0 then io.stderr:write("not 201: " .. all .. "\n") end
end
