#!/bin/bash
# TestU01's SmallCrush over src/base/random.ts in the orders the engine draws in; docs/random.md.
#
#   bash tests/random/smallcrush.sh            one line per order, about a minute
#   bash tests/random/smallcrush.sh build      only builds, prints the path of the driver
#
# Needs gcc and cargo 1.85 or newer (Debian 12: apt-get install gcc cargo-web). TestU01's C source
# comes from the crates.io package TestU01Drv, pinned by checksum in testu01/Cargo.lock; nothing of
# it is in this repository.
#
#   TESTU01_SOURCE=DIR         use this TestU01 1.2.3 source tree instead of the package
#   UNREST_TESTU01_BUILD=DIR   where to build (default ~/.cache/unrest-testu01)
#   UNREST_REQUIRE_TESTU01=1   fail instead of skipping where TestU01 cannot be had
#
# Exit: 0 passed, 1 failed, 77 skipped.
set -u
here=$(cd "$(dirname "$0")" && pwd)
build=${UNREST_TESTU01_BUILD:-${HOME:-/tmp}/.cache/unrest-testu01}

missing() {
  echo "$*" >&2
  if [ "${UNREST_REQUIRE_TESTU01:-}" = 1 ]; then
    echo "FAILED: TestU01 not installed, and UNREST_REQUIRE_TESTU01=1"
    exit 1
  fi
  echo "SKIPPED: TestU01 not installed"
  exit 77
}

mkdir -p "$build" || missing "cannot write to $build"
command -v gcc >/dev/null || missing "no C compiler: apt-get install gcc libc6-dev"

library=$build/libtestu01.a
source=${TESTU01_SOURCE:-$build/vendor/TestU01Drv/TestU01-1.2.3}
if [ ! -f "$source/include/bbattery.h" ]; then
  [ -z "${TESTU01_SOURCE:-}" ] || missing "no TestU01 source in $TESTU01_SOURCE"
  command -v cargo >/dev/null || missing "no cargo: apt-get install cargo-web"
  rm -rf "$build/vendor"
  (cd "$here/testu01" && cargo vendor --locked "$build/vendor") >"$build/vendor.log" 2>&1 ||
    missing "cargo could not fetch TestU01Drv: $(tail -n 3 "$build/vendor.log")"
  [ -f "$source/include/bbattery.h" ] || missing "TestU01Drv no longer holds TestU01-1.2.3"
  rm -f "$library"
fi

if [ ! -f "$library" ]; then
  rm -rf "$build/objects" && mkdir -p "$build/objects"
  # all three parts of TestU01 in one archive; -w: it is C of 2009 and full of warnings
  if ! find "$source/mylib" "$source/probdist" "$source/testu01" -maxdepth 1 -name '*.c' -print0 |
    xargs -0 -n 8 -P "$(nproc)" sh -c '
      for file; do gcc -O3 -w -I"$0/include" -c "$file" -o "$1/$(basename "$file" .c).o" || exit 255
      done' "$source" "$build/objects" >"$build/compile.log" 2>&1; then
    missing "TestU01 does not compile: $(head -n 3 "$build/compile.log")"
  fi
  ar rcs "$library.new" "$build"/objects/*.o && mv "$library.new" "$library" || exit 1
fi

gcc -std=gnu11 -O3 -Wall -Wextra -I"$source/include" "$here/driver.c" -o "$build/driver" \
  "$library" -lm || exit 1
if ! "$build/driver" vectors | cmp - "$here/vectors.txt"; then
  echo "FAILED: the C generator and src/base/random.ts differ"
  exit 1
fi
if [ "${1:-}" = build ]; then
  echo "$build/driver"
  exit 0
fi

passed=0
failed=0
note() {
  if [ "$1" = 0 ]; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
}

for order in person hour seed mixed words reversed marks; do
  "$build/driver" "$order" smallcrush >"$build/$order.log" 2>&1
  code=$?
  grep '^result: ' "$build/$order.log" | sed 's/^result: //' | grep . || echo "$order: broke down"
  note $code
  [ $code = 0 ] || grep -E '^(suspicious|again):' "$build/$order.log"
done

# 4 rounds instead of 13: a test bench that lets this through tests nothing
"$build/driver" control smallcrush >"$build/control.log" 2>&1
if [ $? = 1 ] && grep -q '^result: .*FAILED' "$build/control.log"; then
  echo "control  4 rounds are found out, as they must be"
  note 0
else
  echo "control  FAILED: 4 rounds were not found out"
  note 1
fi

echo "full reports: $build/*.log"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
