-- Makes contracts: a new one with new numbers for each request.
dofile("bench/answers.lua")
expected = 201
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"

function init()
  -- Each run begins elsewhere, so that no number is in many contracts.
  count = os.time() % 10000 * 200
end

function request()
  count = count + 1
  local seller = 712000000 + lane * 4000000 + count * 2 % 4000000
  return wrk.format(nil, "/api/v1/contracts/create/manual", nil, string.format(
    '{"product": "Maize", "total_amount": 350000, "parties": [{"role": "seller", "phone_number": "+254%d"}, ' ..
    '{"role": "buyer", "phone_number": "+254%d"}]}', seller, seller + 1))
end
