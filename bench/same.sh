#!/usr/bin/env bash
# Whether every fixture's campaign gives, byte for byte, what it gave at another commit: `bash bench/same.sh <commit> [more campaign folders]`.
set -euo pipefail
cd "$(dirname "$0")/.."
here=$PWD
commit=$1
shift
work=$(mktemp -d)
trap 'git worktree remove --force "$work/tree"; rm -r "$work"' EXIT
git worktree add -q --detach "$work/tree" "$commit"
ln -s "$here/node_modules" "$work/tree/node_modules"
(cd "$work/tree" && node esbuild.config.js)
node esbuild.config.js

run() { # program, campaign, date
  (cd "$2" && node "$1/bin/bluezone-report.js" aggregate -d "$3" --as-of "$3T20:00" --json --dry-run -v 2>&1) || echo "exit $?"
}

days=0
different=0
while read -r inbox; do
  campaign=$(dirname "$inbox")
  for folder in "$inbox"/????-??-??; do
    days=$((days + 1))
    date=$(basename "$folder")
    if ! cmp -s <(run "$work/tree" "$campaign" "$date") <(run "$here" "$campaign" "$date"); then
      different=$((different + 1))
      echo "$campaign $date differs"
    fi
  done
done < <(find "$here/fixtures" "$@" -type d -name inbox | sort)
echo "$days days, $different differ"
[ "$different" = 0 ]
