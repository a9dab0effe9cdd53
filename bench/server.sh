# Sourced by the measurements: starts packaged servers on loopback, each with its own data, and ends them all at
# the end. Needs curl and the packaged server (mvn package).

cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD
seconds=${SECONDS_EACH:-10}
connections=${CONNECTIONS:-16}
work=$(mktemp -d)
wlp=$root/target/liberty/wlp
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

start() { # name, NAME=value of its environment ...; afterwards ${url[name]} is where it answers
  local name=$1 options
  shift
  mkdir -p "$work/$name/usr/servers"
  [ -d "$work/$name/usr/servers/defaultServer" ] ||
    cp -r "$root/target/package/usr/servers/defaultServer" "$work/$name/usr/servers/"
  url[$name]=${url[$name]:-http://localhost:$(( 20000 + RANDOM % 20000 ))}
  mapfile -t options < <(grep -hv -e '^#' -e '^$' liberty/jvm.options "$wlp/lib/platform/java/java9.options")
  env WLP_USER_DIR="$work/$name/usr" HTTP_PORT="${url[$name]##*:}" DATA_DIR="$work/$name/data" "$@" \
    java "${options[@]}" -javaagent:"$wlp/bin/tools/ws-javaagent.jar" -Djava.awt.headless=true \
    -jar "$wlp/bin/tools/ws-server.jar" defaultServer > "$work/$name/console.log" 2>&1 &
  pid[$name]=$!
  for _ in $(seq 240); do
    curl -fs -o /dev/null "${url[$name]}/health/ready" && curl -fs -o /dev/null "${url[$name]}/" && return
    sleep 0.5
  done
  cat "$work/$name/console.log"
  exit 1
}

rate() { # address, options of wrk ...; requests per second
  local address=$1
  shift
  wrk -t2 -c"$connections" -d"${seconds}s" "$@" "$address" |
    awk '/Requests\/sec/ {print $2} /Non-2xx/ {print "errors:" $0 > "/dev/stderr"}'
}
