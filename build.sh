#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# One door: ./build.sh ALIAS [args…]   any alias of jbang-catalog.json
#           ./build.sh test | soak | bench | files | format
#           ./build.sh guide | translations
#           ./build.sh slides [FOLDER]
#           ./build.sh handout [FOLDER] [--with-solutions] [--font FILE]
#           ./build.sh browser         installs the one that the tests of the guide use
#           ./build.sh jbang [args…]   the jbang that it uses
# Brings what is missing (a JDK, jbang) into build/; its own words go to stderr.
set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
jbang_version=0.132.1
gson_version=2.13.2 # jbang's own choice, 2.10.1, reads every catalog as empty
jbang_home=$root/build/jbang-$jbang_version
reveal_version=5.2.1 # the newest that asciidoctorj-revealjs 5.1.0 knows
reveal_home=$root/build/reveal.js-$reveal_version

say() { printf '%s\n' "$*" >&2; }

# The first JDK of 25 or newer: JAVA_HOME, PATH, the usual folders.
find_jdk() {
  local javac home version
  javac=$(command -v javac || true)
  for home in "${JAVA_HOME:-}" "${javac:+$(dirname "$(dirname "$(readlink -f "$javac")")")}" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/homebrew/opt/openjdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* "${HOME:-}"/.jbang/cache/jdks/*; do
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release" 2>/dev/null || true)
    if [ -x "$home/bin/javac" ] && [ "${version:-0}" -ge 25 ]; then
      printf '%s\n' "$home"
      return
    fi
  done
}

install_jbang() {
  if ! command -v mvn >/dev/null; then
    say "Neither jbang nor Maven is on the PATH. Install jbang: https://www.jbang.dev/download"
    exit 2
  fi
  say "Installing jbang $jbang_version into ${jbang_home#"$root"/} …"
  local new
  mkdir -p "$root/build"
  new=$(mktemp -d "$root/build/jbang-new.XXXXXX")
  cat >"$new/pom.xml" <<POM
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>loosethreads</groupId><artifactId>jbang</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>dev.jbang</groupId><artifactId>jbang-cli</artifactId>
      <version>$jbang_version</version></dependency>
    <dependency><groupId>com.google.code.gson</groupId><artifactId>gson</artifactId>
      <version>$gson_version</version></dependency>
  </dependencies>
</project>
POM
  if ! mvn -B -q -f "$new/pom.xml" dependency:copy-dependencies -DoutputDirectory="$new/lib" >&2; then
    rm -rf "$new"
    say "Maven could not fetch jbang $jbang_version (see above). Install it: https://www.jbang.dev/download"
    exit 2
  fi
  if [ -d "$jbang_home" ]; then
    rm -rf "$new" # another build.sh was first
  else
    mv "$new" "$jbang_home"
  fi
}

install_reveal() {
  if ! command -v npm >/dev/null; then
    say "The slides need npm, which brings reveal.js. On Debian: sudo apt-get install npm"
    exit 2
  fi
  say "Installing reveal.js $reveal_version into ${reveal_home#"$root"/} …"
  local new
  mkdir -p "$root/build"
  new=$(mktemp -d "$root/build/reveal-new.XXXXXX")
  if ! npm install --silent --ignore-scripts --no-audit --no-fund --prefix "$new" "reveal.js@$reveal_version" >&2; then
    rm -rf "$new"
    say "npm could not fetch reveal.js $reveal_version (see above). Is the network there?"
    exit 2
  fi
  [ -d "$reveal_home" ] || mv "$new/node_modules/reveal.js" "$reveal_home"
  rm -rf "$new"
}

jdk=$(find_jdk)
if [ -n "$jdk" ]; then
  export JAVA_HOME=$jdk PATH=$jdk/bin:$PATH
fi

run_jbang() {
  if command -v jbang >/dev/null; then
    exec jbang "$@"
  fi
  [ -d "$jbang_home" ] || install_jbang
  local command status=0
  # Its life is short: without the second compiler it starts in two thirds of the time.
  command=$(JBANG_RUNTIME_SHELL=bash java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$jbang_home/lib/*" dev.jbang.Main "$@") || status=$?
  if [ "$status" -eq 255 ]; then
    eval "exec $command" # 255: the command line to run is what it printed
  fi
  [ -z "$command" ] || printf '%s\n' "$command"
  exit "$status"
}

install_browser() {
  if ! command -v apt-get >/dev/null; then
    say "There is no apt-get here. Install Chromium and its chromedriver, and put both on the PATH."
    exit 2
  fi
  local as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  "${as_root[@]}" apt-get update
  "${as_root[@]}" apt-get install --yes --no-install-recommends chromium chromium-driver
}

case "${1:-}" in
  "") say "Usage: ./build.sh ALIAS [args…], for example lesson3; or guide, slides, handout, translations, test, browser, soak, bench, files, format, jbang"; exit 2 ;;
  jbang) run_jbang "${@:2}" ;;
  test | soak | bench | files | format) run_jbang run "$root/workbook/Build.java" "$root" "$@" ;;
  browser) install_browser ;;
  guide) run_jbang run "$root/workbook/Guide.java" "${2:-$root/build/guide}" ;;
  slides | handout)
    task=$1 folder=$root/build/$1
    shift
    case "${1:-}" in
      "" | -*) ;;
      *) folder=$1; shift ;;
    esac
    if [ "$task" = slides ]; then
      [ -d "$reveal_home" ] || install_reveal
      set -- "$@" --reveal "$reveal_home"
    fi
    run_jbang run "$root/workbook/Classroom.java" "$task" "$@" "$folder"
    ;;
  translations) run_jbang run "$root/workbook/Guide.java" --translations "$root" ;;
  *)
    export LOOSE_THREADS_CALL="$0 workbook" # what the tool advises to type
    run_jbang run "$1@$root/jbang-catalog.json" "${@:2}"
    ;;
esac
