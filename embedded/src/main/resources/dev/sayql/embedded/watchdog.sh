#!/bin/sh
# Stops an embedded PostgreSQL that nobody uses any more. Started by SayQL beside the server; lives as long as it does.
# Usage: watchdog.sh CLUSTER_FOLDER RUN_FOLDER TICK_SECONDS IDLE_TICKS
# Users of the server create RUN_FOLDER/lease again and again; each tick takes it away. See Lease.java for the protocol.

cluster=$1 run=$2 tick=$3 limit=$4

# Ctrl-C and closing the terminal of the command that started us are not meant for us.
trap '' INT HUP QUIT
cd / || exit 1
umask 077

server() {
    pid=
    { read -r pid < "$cluster/postmaster.pid"; } 2>/dev/null || return 1
    # The process id of a killed server may belong to somebody else by now: only a process on this data counts.
    if [ -d /proc/self ]; then
        words=$({ tr '\0' ' ' < "/proc/$pid/cmdline"; } 2>/dev/null)
    else
        words=$(ps -o args= -p "$pid" 2>/dev/null)
    fi
    case $words in *"$cluster"*) return 0 ;; *) return 1 ;; esac
}

echo $$ > "$run/watchdog.$$" && mv -f "$run/watchdog.$$" "$run/watchdog.pid" || exit 1

idle=0
while sleep "$tick"; do
    # A newer watchdog has taken over, or the home is gone.
    { read -r current < "$run/watchdog.pid"; } 2>/dev/null || exit 0
    [ "$current" = "$$" ] || exit 0
    server || exit 0
    if rm "$run/lease" 2>/dev/null; then
        idle=0
        continue
    fi
    idle=$((idle + 1))
    [ "$idle" -ge "$limit" ] || continue
    : > "$run/stopping"
    if [ -e "$run/lease" ]; then
        rm -f "$run/stopping"
        idle=0
        continue
    fi
    # SIGINT is PostgreSQL's fast shutdown: it rolls back what is open and ends cleanly.
    kill -INT "$pid"
    waited=0
    while server && [ "$waited" -lt 60 ]; do
        sleep 1
        waited=$((waited + 1))
    done
    rm -f "$run/stopping"
    exit 0
done
