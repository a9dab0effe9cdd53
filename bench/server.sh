# Sourced by the measurements: starts packaged servers on loopback, each with its own data, and ends them all at
# the end. Needs curl and the packaged server (mvn package).

cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD
seconds=${SECONDS_EACH:-10}
connections=${CONNECTIONS:-16}
work=$(mktemp -d)
wlp=$root/target/liberty/wlp
h2=$(ls "$root"/target/package/usr/servers/defaultServer/lib/h2-*.jar)
declare -A url pid

stop() { # name
  kill "${pid[$1]}" 2>/dev/null && wait "${pid[$1]}" 2>/dev/null || true
  unset "pid[$1]"
}
stop_all() {
  local name
  for name in "${!pid[@]}"; do stop "$name"; done
  rm -rf "$work"
}
trap stop_all EXIT

prepare() { # name; its own copy of the packaged server
  local servers=$work/$1/usr/servers
  mkdir -p "$servers"
  [ -d "$servers/defaultServer" ] || cp -r "$root/target/package/usr/servers/defaultServer" "$servers/"
}

launch() { # name, NAME=value of its environment ...; afterwards ${url[name]} is where it will answer
  local name=$1 options
  shift
  url[$name]=${url[$name]:-http://localhost:$(( 20000 + RANDOM % 20000 ))}
  mapfile -t options < <(grep -hv -e '^#' -e '^$' liberty/jvm.options "$wlp/lib/platform/java/java9.options")
  env WLP_USER_DIR="$work/$name/usr" HTTP_PORT="${url[$name]##*:}" DATA_DIR="$work/$name/data" "$@" \
    java "${options[@]}" -javaagent:"$wlp/bin/tools/ws-javaagent.jar" -Djava.awt.headless=true \
    -jar "$wlp/bin/tools/ws-server.jar" defaultServer > "$work/$name/console.log" 2>&1 &
  pid[$name]=$!
}

await() { # name, path that answers 200 once the server is there
  local end=$(( SECONDS + 240 ))
  until curl -fs -o /dev/null "${url[$1]}$2"; do
    [ $SECONDS -lt $end ] || { cat "$work/$1/console.log"; exit 1; }
    sleep 0.05
  done
}

start() { # name, NAME=value of its environment ...
  prepare "$1"
  launch "$@"
  await "$1" /health/ready
  await "$1" /
}

h2_url() { # folder of a database
  echo "jdbc:h2:file:$1/voicepact;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
}

sql() { # folder of a database that no server has open; the statements come in
  cat > "$work/statements.sql"
  java -cp "$h2:$work/classes" org.h2.tools.RunScript -user voicepact -password "" -script "$work/statements.sql" \
    -url "$(h2_url "$1")"
}

rate() { # address, options of wrk ...; requests per second
  local address=$1
  shift
  wrk -t2 -c"$connections" -d"${seconds}s" "$@" "$address" |
    awk '/Requests\/sec/ {print $2} /Non-2xx/ {print "errors:" $0 > "/dev/stderr"}'
}

ticks() { awk '{print $14 + $15}' "/proc/${pid[$1]}/stat"; } # name; of the processors, 100 a second

# Until the server hardly works by itself any more: messages that leave, the compiler. At most REST seconds.
rest() { # name
  local end=$(( SECONDS + ${REST:-300} )) before
  before=$(ticks "$1")
  while sleep 3 && [ $(( $(ticks "$1") - before )) -gt 45 ] && [ $SECONDS -lt $end ]; do
    before=$(ticks "$1")
  done
}

# Calls until they hardly get faster, for which the optimizing compiler needs minutes; at most WARM_UP runs.
warm_up() { # name, a command that prints requests a second ...
  local name=$1 best=0 slower=0 now
  shift
  for _ in $(seq "${WARM_UP:-20}"); do
    "$@" > "$work/now" # not in a shell of its own: it may keep count
    now=$(cat "$work/now")
    if awk -v now="$now" -v best="$best" 'BEGIN {exit !(now > best * 1.03)}'; then
      best=$now slower=0
    else
      slower=$(( slower + 1 ))
    fi
    [ "$slower" -lt 3 ] || break
  done
  rest "$name"
}
