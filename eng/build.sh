# Sourced by ./run and ./test: checks the tools and builds what has changed. Expects $root.

web="$root/src/LeadRouter.Web"
web_dist="$web/dist"
server_out="$root/src/LeadRouter.Server/bin/Release/net10.0"
server_dll="$server_out/LeadRouter.Server.dll"
artifacts="$root/artifacts"
mkdir -p "$artifacts"

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
# No build processes stay behind when the script ends.
export MSBUILDDISABLENODEREUSE=1

die() {
    printf '%s\n' "$@" >&2
    exit 1
}

require_tools() {
    command -v dotnet >/dev/null || die "LeadRouter needs the .NET SDK 10: https://dot.net/download"
    (cd "$root" && dotnet --version >/dev/null 2>&1) ||
        die "LeadRouter needs the .NET SDK 10: https://dot.net/download" "Installed are:" "$(cd / && dotnet --list-sdks)"
    command -v node >/dev/null && command -v npm >/dev/null || die "LeadRouter needs Node 20.19 or newer, with npm: https://nodejs.org"
    node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' ||
        die "LeadRouter needs Node 20.19 or newer, this is $(node --version): https://nodejs.org"
}

# quietly TITLE LOG COMMAND...: says what it does; shows the command's output only when it fails.
quietly() {
    local title="$1" log="$artifacts/$2"
    shift 2
    echo "$title" >&2
    "$@" >"$log" 2>&1 || { cat "$log" >&2; die "$title: failed"; }
}

hash_of() { "$1" | node "$root/eng/tree-hash.mjs"; }

# up_to_date STAMP FILES: whether what the function FILES lists is what it was when the stamp was set. A stamp covers the
# output too: one that was built elsewhere, or deleted, does not pass for ours.
up_to_date() { [ -f "$artifacts/$1.stamp" ] && [ "$(cat "$artifacts/$1.stamp")" = "$(hash_of "$2")" ]; }
set_stamp() { hash_of "$2" >"$artifacts/$1.stamp"; }

in_folder() { (cd "$1" && shift && "$@"); }

# install_packages_of FOLDER STAMP TITLE: npm ci, unless what the lock file says is there.
install_packages_of() {
    local folder="$1"
    package_files() { printf '%s\n' "$folder/package.json" "$folder/package-lock.json" "$folder/node_modules/.package-lock.json"; }
    up_to_date "$2" package_files && return
    quietly "$3" "$2.log" in_folder "$folder" npm ci --no-audit --no-fund
    set_stamp "$2" package_files
}

web_files() { printf '%s\n' "$web" "$web_dist"; }

build_web() {
    install_packages_of "$web" web-install "Installing the web app's packages"
    up_to_date web web_files && return
    quietly "Building the web app" web-build.log in_folder "$web" npm run build
    set_stamp web web_files
}

server_files() {
    local folder
    for folder in "$root"/src/*/; do
        [ "$folder" = "$web/" ] || printf '%s\n' "$folder"
    done
    printf '%s\n' "$root"/Directory.*.props "$root/global.json" "$server_out"/LeadRouter.*.dll
}

build_server() {
    up_to_date server server_files && return
    quietly "Building the server" server-build.log dotnet build "$root/src/LeadRouter.Server" -c Release -v quiet
    set_stamp server server_files
}
