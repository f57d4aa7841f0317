# Set-up that packaging/run, packaging/test and packaging/build share; read by them with `.`, POSIX sh.
# Wants ROOT, the checkout. Gives VENV_PYTHON, the interpreter to run things with.

MINOR_AT_LEAST=11

# What a reading room is installed with, and what tests and the packaged program need besides.
READING="[native,ocr,images]"
EVERYTHING="[dev,native,cluster,ocr,images]"

# What Qt loads on Linux before it can draw anything: library=package (Debian and Ubuntu names).
DRAWING="libGL.so.1=libgl1 libEGL.so.1=libegl1 libX11.so.6=libx11-6 libxkbcommon.so.0=libxkbcommon0
libdbus-1.so.3=libdbus-1-3 libfontconfig.so.1=libfontconfig1 libfreetype.so.6=libfreetype6
libglib-2.0.so.0=libglib2.0-0 libstdc++.so.6=libstdc++6 libz.so.1=zlib1g libzstd.so.1=libzstd1"

# What its plugin for X11 loads besides, and the one for Wayland.
X11="libX11-xcb.so.1=libx11-xcb1 libxcb.so.1=libxcb1 libxcb-cursor.so.0=libxcb-cursor0
libxcb-icccm.so.4=libxcb-icccm4 libxcb-image.so.0=libxcb-image0 libxcb-keysyms.so.1=libxcb-keysyms1
libxcb-randr.so.0=libxcb-randr0 libxcb-render-util.so.0=libxcb-render-util0
libxcb-render.so.0=libxcb-render0 libxcb-shape.so.0=libxcb-shape0 libxcb-shm.so.0=libxcb-shm0
libxcb-sync.so.1=libxcb-sync1 libxcb-util.so.1=libxcb-util1 libxcb-xfixes.so.0=libxcb-xfixes0
libxcb-xkb.so.1=libxcb-xkb1 libxcb-glx.so.0=libxcb-glx0 libxkbcommon-x11.so.0=libxkbcommon-x11-0"
WAYLAND="libwayland-client.so.0=libwayland-client0 libwayland-cursor.so.0=libwayland-cursor0 libwayland-egl.so.1=libwayland-egl1"

say() {  # say CHINESE ENGLISH
    case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in
        "" | C | C.* | POSIX | zh*) printf '%s\n' "$1" ;;
        *) printf '%s\n' "$2" ;;
    esac
}

fail() {  # fail CHINESE ENGLISH
    say "$1" "$2" >&2
    exit 1
}

has_screen() {
    [ "${QT_QPA_PLATFORM:-}" != offscreen ] || return 1
    [ "$(uname)" != Linux ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]
}

find_python() {  # sets PYTHON
    for candidate in "${PYTHON:-}" python3 python3.14 python3.13 python3.12 python3.11; do
        [ -n "$candidate" ] || continue
        if "$candidate" -c "import sys; sys.exit(sys.version_info < (3, $MINOR_AT_LEAST))" 2>/dev/null; then
            PYTHON=$candidate
            return
        fi
    done
    fail "需要 Python 3.$MINOR_AT_LEAST 或更新的版本。请先安装（Debian、Ubuntu：apt-get install python3 python3-venv），再运行一次。" \
        "Python 3.$MINOR_AT_LEAST or newer is needed. Install it (Debian, Ubuntu: apt-get install python3 python3-venv) and run this again."
}

missing_packages() {  # missing_packages LIBRARY=PACKAGE...: prints the packages whose library does not load
    "$PYTHON" - "$@" <<'EOF'
import ctypes, sys

for pair in sys.argv[1:]:
    library, package = pair.split("=")
    try:
        ctypes.CDLL(library)
    except OSError:
        print(package)
EOF
}

missing_tools() {  # what PyInstaller calls, and the shared interpreter, which Debian packs on its own
    command -v objcopy >/dev/null || echo binutils
    missing_packages $("$PYTHON" -c 'import sysconfig
library = sysconfig.get_config_var("INSTSONAME")
print(library + "=" + library.partition(".so")[0] if ".so" in library else "")')
}

missing_system() {  # missing_system screen|offscreen|test|build: prints every system package that is missing
    "$PYTHON" -c 'import ensurepip, venv' 2>/dev/null ||
        "$PYTHON" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
    [ "$(uname)" = Linux ] || return 0
    # Unquoted on purpose: the lists are words.
    missing_packages $DRAWING
    case "$1" in
        screen) missing_packages $(if [ -n "${DISPLAY:-}" ]; then echo $X11; else echo $WAYLAND; fi) ;;
        test) missing_tools ;;
        build) missing_tools && missing_packages $X11 $WAYLAND ;;
    esac
}

ensure_system() {  # ensure_system screen|offscreen|test|build
    packages=$(missing_system "$1" | tr '\n' ' ')
    [ -n "$packages" ] || return 0
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        say "正在安装系统库：$packages" "Installing system libraries: $packages"
        # A broken source of other software must not stop us: what counts is checked below.
        apt-get update -q || true
        DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $packages || true
        packages=$(missing_system "$1" | tr '\n' ' ')
        [ -n "$packages" ] || return 0
    fi
    fail "缺少系统库。请管理员运行下面这行（名称依 Debian、Ubuntu，其他系统装同名的库），再运行一次：
    sudo apt-get install -y --no-install-recommends $packages" \
        "System libraries are missing. Ask an administrator to run the line below (names as in Debian and Ubuntu; elsewhere install the same libraries), then run this again:
    sudo apt-get install -y --no-install-recommends $packages"
}

ensure_venv() {  # sets VENV_PYTHON
    venv=${BAOGUAN_VENV:-$ROOT/.venv}
    case "$venv" in /*) ;; *) venv=$PWD/$venv ;; esac
    VENV_PYTHON=$venv/bin/python
    if "$VENV_PYTHON" -c "import pip, sys; sys.exit(sys.version_info < (3, $MINOR_AT_LEAST))" 2>/dev/null; then
        return
    fi
    if [ -e "$venv" ] && [ ! -e "$venv/pyvenv.cfg" ] && [ -n "$(ls -A "$venv")" ]; then
        fail "$venv 里有别的文件，不是虚拟环境。请用 BAOGUAN_VENV 指定另一个文件夹。" \
            "$venv holds other files and is no virtual environment. Name another folder with BAOGUAN_VENV."
    fi
    say "正在建立虚拟环境：$venv" "Making the virtual environment $venv"
    "$PYTHON" -m venv --clear "$venv" ||
        fail "无法建立虚拟环境 $venv，原因见上。" "The virtual environment $venv could not be made; see above why."
}

install() {  # install EXTRAS
    "$VENV_PYTHON" -m pip install --disable-pip-version-check --quiet --editable "$ROOT$1"
}

install_what_works() {  # install_what_works EXTRAS
    install "$1" && return
    [ "$1" = "$READING" ] || return 1
    # Without them everything else works: no scans are read, and a large archive is slower.
    install "[native]" || install ""
}

ensure_installed() {  # ensure_installed "$READING" | "$EVERYTHING"
    stamp=$("$VENV_PYTHON" -c 'import hashlib, pathlib, sys
root = pathlib.Path(sys.argv[1])
print(hashlib.sha256(f"{root} {sys.version}".encode() + (root / "pyproject.toml").read_bytes()).hexdigest())' "$ROOT")
    for extra in "$EVERYTHING" "$1"; do
        if [ "$(cat "$venv/baoguan$extra.stamp" 2>/dev/null)" = "$stamp" ]; then return; fi
    done
    say "正在安装报馆和它用到的库（只有第一次需要几分钟和网络）…" \
        "Installing Baoguan and the libraries it uses (minutes and network the first time only)…"
    install_what_works "$1" ||
        fail "安装没有成功，原因见上。检查网络后再运行一次。" \
            "The installation failed; see above why. Check the network and run this again."
    printf '%s\n' "$stamp" >"$venv/baoguan$1.stamp"
}

set_up() {  # set_up screen|offscreen|test|build EXTRA
    find_python
    ensure_system "$1"
    ensure_venv
    ensure_installed "$2"
}
