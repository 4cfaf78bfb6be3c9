# Waits until the stack's own process is gone (its end of the pipe closes), then stops what it left running.
# $1: the process table
trap '' INT TERM HUP
while read -r _; do :; done
sleep 1
[ -f "$1" ] || exit 0

# $1: the signal, $2: the process table
stop_all() {
  while IFS='	' read -r pid name marker; do
    command=$(ps -o args= -p "$pid" 2>/dev/null || tr '\0' ' ' 2>/dev/null <"/proc/$pid/cmdline")
    case "$command" in
      *"$marker"*) kill "-$1" "$pid" ;;
    esac
  done <"$2"
}

stop_all TERM "$1"
# a service that is still starting waits for the others and does not listen
sleep 25
stop_all KILL "$1"
