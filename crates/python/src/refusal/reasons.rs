//! Why something can't be had.

/// Why something can't be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It needs the network.
    Network,
    /// It needs other processes.
    Processes,
    /// It needs files.
    Files,
    /// It needs a window or a terminal.
    Screen,
    /// It needs the operating system.
    System,
    /// It is code for a processor, not Python.
    Native,
    /// It needs to know when an object is freed.
    Freeing,
    /// Nothing is in the way but that it has not been made.
    NotMade,
}

/// A language that people read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    #[default]
    English,
    Korean,
}

impl Reason {
    /// It in words.
    pub fn text(self, language: Language) -> &'static str {
        match (self, language) {
            (Reason::Network, Language::English) => "programs here reach no network",
            (Reason::Network, Language::Korean) => {
                "여기의 프로그램은 네트워크에 연결되지 않습니다."
            }
            (Reason::Processes, Language::English) => "programs here are one process",
            (Reason::Processes, Language::Korean) => {
                "여기의 프로그램은 프로세스 하나로 실행됩니다."
            }
            (Reason::Files, Language::English) => {
                "files here are in memory, and this needs those of a disk"
            }
            (Reason::Files, Language::Korean) => {
                "여기의 파일은 메모리에만 있고, 이 모듈에는 디스크의 파일이 필요합니다."
            }
            (Reason::Screen, Language::English) => "programs here have no windows, only text",
            (Reason::Screen, Language::Korean) => "여기의 프로그램에는 창이 없고 글만 출력됩니다.",
            (Reason::System, Language::English) => "programs here run without an operating system",
            (Reason::System, Language::Korean) => "여기의 프로그램은 운영 체제 없이 실행됩니다.",
            (Reason::Native, Language::English) => "it is machine code, and only Python runs here",
            (Reason::Native, Language::Korean) => {
                "기계어로 된 모듈이고, 여기서는 파이썬 코드만 실행됩니다."
            }
            (Reason::Freeing, Language::English) => {
                "what a program lets go of is freed at no moment that it could tell"
            }
            (Reason::Freeing, Language::Korean) => {
                "프로그램이 놓은 객체가 언제 해제되는지는 정해져 있지 않습니다."
            }
            (Reason::NotMade, Language::English) => {
                "this part of the library has not been made yet"
            }
            (Reason::NotMade, Language::Korean) => {
                "라이브러리의 이 부분은 아직 만들어지지 않았습니다."
            }
        }
    }
}

const NETWORK: &str = "asynchat asyncore bs4 cgi django fastapi flask ftplib grpc http \
    imaplib nntplib paramiko poplib redis scapy selectors smtpd smtplib socket socketserver \
    ssl telnetlib tornado urllib3 webbrowser websocket websockets wsgiref xmlrpc zmq";
const PROCESSES: &str = "celery joblib multiprocess multiprocessing pathos pexpect ray \
    subprocess";
const FILES: &str = "bz2 dbm filecmp fileinput glob gzip lzma mailbox mmap netrc pathlib \
    plistlib shelve shutil sqlite3 tarfile tempfile wave zipapp zipfile";
const SCREEN: &str = "IPython PIL PyQt5 PyQt6 PySide2 PySide6 colorama curses cv2 kivy matplotlib \
    pygame pynput pyautogui readline rich seaborn tkinter tqdm turtle";
const SYSTEM: &str = "cProfile ctypes faulthandler fcntl getpass grp msvcrt posix psutil pty pwd \
    resource select serial signal syslog termios tracemalloc tty winreg winsound";
const FREEING: &str = "weakref";
const NATIVE: &str = "cupy cython jax numba numpy pandas scipy sklearn tensorflow torch uvloop";
const NOT_MADE: &str = "argparse array ast base64 bdb binascii builtins calendar cmath cmd \
    code codecs codeop colorsys configparser copyreg csv decimal difflib dis doctest email \
    errno fnmatch fractions gc getopt gettext graphlib hashlib heapq hmac html importlib \
    ipaddress keyword linecache locale marshal mimetypes numbers opcode optparse pdb pickle \
    pkgutil platform pprint profile pstats py_compile pydoc reprlib runpy sched secrets \
    select shlex site stat statistics struct symtable sysconfig tabnanny textwrap this \
    token tokenize tomllib trace unicodedata unittest uuid xml zlib zoneinfo";

/// Why a module can't be had, if it is known: the name of another one may be a mistake,
/// of which Python itself says that there is none.
pub fn of_module(name: &str) -> Option<Reason> {
    let lists = [
        (NETWORK, Reason::Network),
        (PROCESSES, Reason::Processes),
        (FILES, Reason::Files),
        (SCREEN, Reason::Screen),
        (SYSTEM, Reason::System),
        (NATIVE, Reason::Native),
        (FREEING, Reason::Freeing),
        (NOT_MADE, Reason::NotMade),
    ];
    let found = lists
        .iter()
        .find(|(names, _)| names.split_whitespace().any(|other| other == name));
    found.map(|&(_, reason)| reason)
}

/// Why an attribute of a module can't be had.
pub fn of_attribute(module: &str, name: &str) -> Option<Reason> {
    match (module, name) {
        (_, "ProcessPoolExecutor")
        | ("os", "fork" | "system" | "popen" | "kill")
        | ("asyncio", "create_subprocess_exec" | "create_subprocess_shell") => {
            Some(Reason::Processes)
        }
        ("asyncio", "open_connection" | "start_server") => Some(Reason::Network),
        _ => None,
    }
}
