-- The sellers of the contracts AG-2020-... say yes by SMS, each once. FIRST in the environment is the first number that
-- no earlier run has used.
dofile("bench/answers.lua")
expected = 200
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"

function init()
  number = tonumber(os.getenv("FIRST")) + lane
end

function request()
  local body = string.format("from=%%2B2547%08d&to=21512&id=yes-%d&text=YES-AG-2020-%06d", number * 2, number, number)
  number = number + 2
  return wrk.format(nil, "/api/v1/sms/webhook", nil, body)
end
