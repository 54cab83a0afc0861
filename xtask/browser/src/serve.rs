//! A static server for this machine alone.

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;

/// What a browser asks with is shorter.
const MAX_REQUEST: u64 = 64 * 1024;

/// Browsers open connections before they need them; one that stays unused is closed.
const PATIENCE: Duration = Duration::from_secs(60);

/// How a folder is served.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The port; 0 takes a free one.
    pub port: u16,
    /// The folder of the address under which the site is: `some/sub/folder`, or nothing.
    pub mount: String,
    /// Headers that every response has besides its own: a Content-Security-Policy, say.
    pub headers: Vec<(String, String)>,
    /// What pages are allowed, besides what such a header says.
    pub policy: Policy,
    /// What files of an extension are told to be, as by hosts that know no better.
    pub media_types: Vec<(&'static str, &'static str)>,
    /// Whether responses are compressed for whoever takes that, as by every host.
    pub compress: bool,
}

/// What pages are allowed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Policy {
    /// Whatever browsers allow.
    #[default]
    Open,
    /// Nothing that makes markup or code of a text, and no more than the documentation
    /// says that the pages need. The one file has all of its scripts in itself, and
    /// brings a policy of its own.
    Strict,
}

impl Policy {
    /// The policy that a response to a request for `path` is sent with.
    fn header(self, path: &str) -> Option<&'static str> {
        match self {
            Self::Open => None,
            Self::Strict if !path.ends_with("/standalone.html") => Some(
                "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; \
                 require-trusted-types-for 'script'",
            ),
            Self::Strict => Some("require-trusted-types-for 'script'"),
        }
    }
}

/// Serves `folder` from other threads, until the returned handle is dropped.
pub fn start(folder: &Path, options: Options) -> Result<Server> {
    let listener = match TcpListener::bind((Ipv4Addr::LOCALHOST, options.port)) {
        Ok(listener) => listener,
        Err(error) => bail!(refusal(options.port, &error)),
    };
    let address = listener.local_addr().context("the server has no port")?;
    let mount = options.mount.trim_matches('/');
    let mount = if mount.is_empty() {
        "/".to_owned()
    } else {
        format!("/{mount}/")
    };
    let url = format!("http://{address}{mount}");
    for (name, value) in &options.headers {
        ensure!(
            !format!("{name}{value}").contains(['\r', '\n']) && !name.contains([':', ' ']),
            "`{name}: {value}` is no HTTP header"
        );
    }
    let site = Arc::new(Site {
        folder: folder.to_owned(),
        mount,
        headers: options.headers,
        policy: options.policy,
        media_types: options.media_types,
        compress: options.compress,
    });
    let stopping = Arc::new(AtomicBool::new(false));
    let thread = {
        let stopping = Arc::clone(&stopping);
        thread::spawn(move || {
            for connection in listener.incoming() {
                if stopping.load(Ordering::Relaxed) {
                    break;
                }
                let Ok(connection) = connection else { continue };
                let site = Arc::clone(&site);
                let stopping = Arc::clone(&stopping);
                // A thread for each, so that none waits for another's end; browsers
                // hold some open for minutes. One that is closed early is no error.
                thread::spawn(move || drop(site.answer_all(&connection, &stopping)));
            }
        })
    };
    Ok(Server {
        url,
        address,
        stopping,
        thread: Some(thread),
    })
}

fn refusal(port: u16, error: &io::Error) -> String {
    if error.kind() == io::ErrorKind::AddrInUse {
        format!(
            "port {port} is taken by another program: choose another as in \
             `cargo xtask serve --port {}`, or `--port 0` for any free one",
            port.wrapping_add(1)
        )
    } else {
        format!("could not listen on 127.0.0.1:{port}: {error}")
    }
}

/// A running server; it stops when this is dropped.
#[must_use = "the server stops when its handle is dropped"]
pub struct Server {
    /// The address of the site, which ends with `/`.
    pub url: String,
    address: SocketAddr,
    stopping: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stopping.store(true, Ordering::Relaxed);
        // The thread waits for a connection, and sees then that it is to stop.
        if TcpStream::connect(self.address).is_ok()
            && let Some(thread) = self.thread.take()
        {
            let _ = thread.join();
        }
    }
}

/// What is served.
struct Site {
    folder: PathBuf,
    /// The path of the address under which it is, with `/` at both ends.
    mount: String,
    headers: Vec<(String, String)>,
    policy: Policy,
    media_types: Vec<(&'static str, &'static str)>,
    compress: bool,
}

/// A response, without what all have in common.
struct Response {
    status: &'static str,
    /// The one header of its own: its name and its value.
    header: (&'static str, String),
    body: Vec<u8>,
}

impl Site {
    /// Answers the requests of a connection, until one of them is the last.
    fn answer_all(&self, mut connection: &TcpStream, stopping: &AtomicBool) -> io::Result<()> {
        connection.set_read_timeout(Some(PATIENCE))?;
        connection.set_nodelay(true)?;
        let mut reader = BufReader::new(connection);
        while let Some(request) = Request::read(&mut reader)? {
            // Who has been told that the server is gone isn't answered by it.
            if stopping.load(Ordering::Relaxed) {
                break;
            }
            connection.write_all(&self.answer(&request)?)?;
            if request.is_last {
                break;
            }
        }
        Ok(())
    }

    fn answer(&self, request: &Request) -> io::Result<Vec<u8>> {
        let Response {
            status,
            header,
            mut body,
        } = match &*request.method {
            "GET" | "HEAD" => self.find(&request.url),
            _ => plain(
                "405 Method Not Allowed",
                "This server answers GET and HEAD only.\n",
            ),
        };
        let mut head = format!("HTTP/1.1 {status}\r\n{}: {}\r\n", header.0, header.1);
        if self.compress && request.takes_gzip {
            body = gzip(&body)?;
            head.push_str("Content-Encoding: gzip\r\n");
        }
        head.push_str(&format!("Content-Length: {}\r\n", body.len()));
        for (name, value) in &self.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        if let Some(policy) = self.policy.header(path_of(&request.url)) {
            head.push_str(&format!("Content-Security-Policy: {policy}\r\n"));
        }
        // A server for development: the next build must show at once.
        head.push_str("Cache-Control: no-store\r\n");
        // As GitHub Pages has it: a sandboxed frame has no origin of its own, and
        // may load modules only from where everybody may.
        head.push_str("Access-Control-Allow-Origin: *\r\n");
        if request.is_last {
            head.push_str("Connection: close\r\n");
        }
        head.push_str("\r\n");
        let mut answer = head.into_bytes();
        if request.method != "HEAD" {
            answer.append(&mut body);
        }
        Ok(answer)
    }

    fn find(&self, url: &str) -> Response {
        let path = path_of(url);
        let local = path.strip_prefix(&self.mount).and_then(local_path);
        let missing = || plain("404 Not Found", &format!("There is no {path} here.\n"));
        let Some(mut file) = local.map(|local| self.folder.join(local)) else {
            return missing();
        };
        if file.is_dir() {
            if !path.ends_with('/') {
                // The links of a folder's page are relative to the folder.
                return Response {
                    header: ("Location", format!("{path}/")),
                    ..plain("301 Moved Permanently", "")
                };
            }
            file.push("index.html");
        }
        match fs::read(&file) {
            Ok(body) => Response {
                status: "200 OK",
                header: ("Content-Type", self.media_type(&file).to_owned()),
                body,
            },
            Err(_) => missing(),
        }
    }

    fn media_type(&self, file: &Path) -> &'static str {
        let extension = file.extension().unwrap_or_default();
        let told = self.media_types.iter().find(|(of, _)| extension == *of);
        told.map_or_else(|| media_type(file), |&(_, media_type)| media_type)
    }
}

/// What a request says that matters here.
struct Request {
    method: String,
    url: String,
    takes_gzip: bool,
    /// Whether the connection ends after it.
    is_last: bool,
}

impl Request {
    /// The next request; none at the end of the connection.
    fn read(reader: &mut impl BufRead) -> io::Result<Option<Self>> {
        // One that never ends isn't read to its end.
        let mut lines = reader.by_ref().take(MAX_REQUEST).lines();
        let Some(first) = lines.next().transpose()? else {
            return Ok(None);
        };
        let mut words = first.split(' ').map(str::to_owned);
        let mut word = || words.next().unwrap_or_default();
        let (method, url, version) = (word(), word(), word());
        // Other requests may have a body, which nobody reads.
        let mut is_last = version != "HTTP/1.1" || !matches!(&*method, "GET" | "HEAD");
        let mut takes_gzip = false;
        // All are read, because a connection that is closed before that is broken off.
        loop {
            let Some(line) = lines.next().transpose()? else {
                // It has no end, so nothing can follow it.
                is_last = true;
                break;
            };
            if line.is_empty() {
                break;
            }
            takes_gzip |= header_has(&line, "accept-encoding:", "gzip");
            is_last |= header_has(&line, "connection:", "close");
        }
        Ok(Some(Self {
            method,
            url,
            takes_gzip,
            is_last,
        }))
    }
}

/// Whether `value` is among those of a header, if it is the header called `name`.
fn header_has(header: &str, name: &str, value: &str) -> bool {
    let header = header.to_ascii_lowercase();
    let values = header.strip_prefix(name);
    values.is_some_and(|values| values.split(',').any(|other| other.trim() == value))
}

fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
    gzip.write_all(bytes)?;
    gzip.finish()
}

/// An address without what comes after its path.
fn path_of(url: &str) -> &str {
    url.split(['?', '#']).next().unwrap_or(url)
}

fn plain(status: &'static str, text: &str) -> Response {
    Response {
        status,
        header: ("Content-Type", "text/plain; charset=utf-8".to_owned()),
        body: text.into(),
    }
}

/// The path, relative to the site's folder, of a path in an address.
///
/// There is none if it isn't valid or might lead out of the folder.
fn local_path(path: &str) -> Option<PathBuf> {
    let path = percent_decode(path)?;
    let mut local = PathBuf::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => return None,
            _ if part.contains(['\\', ':', '\0']) => return None,
            _ => local.push(part),
        }
    }
    Some(local)
}

fn percent_decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        rest = after;
        if first == b'%' {
            let (digits, after) = rest.split_at_checked(2)?;
            bytes.push(16 * hex_value(digits[0])? + hex_value(digits[1])?);
            rest = after;
        } else {
            bytes.push(first);
        }
    }
    String::from_utf8(bytes).ok()
}

fn hex_value(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16)?.try_into().ok()
}

/// The media type of a file, told by its name.
fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json; charset=utf-8",
        Some("svg") => "image/svg+xml; charset=utf-8",
        Some("txt" | "md" | "py" | "rs") => "text/plain; charset=utf-8",
        // The browser compiles it while it arrives, but only under this type.
        Some("wasm") => "application/wasm",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use flate2::read::GzDecoder;

    use super::*;

    #[track_caller]
    fn check_path(path: &str, expect: Option<&str>) {
        assert_eq!(local_path(path), expect.map(PathBuf::from));
    }

    #[test]
    fn paths_stay_in_the_folder() {
        check_path("a/./b.js", Some("a/b.js"));
        check_path("%ED%95%9C%20a.html", Some("한 a.html"));
        check_path("", Some(""));
        check_path("../a", None);
        check_path("a/%2e%2e/%2E%2e/b", None);
        check_path("a%2f..%2f..%2fb", None);
        check_path("c:/a", None);
        check_path("%f", None);
        check_path("%+1", None);
        check_path("%ff", None);
    }

    #[test]
    fn pages_come_with_a_policy_but_the_one_file_has_its_own() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["index.html", "standalone.html"] {
            fs::write(folder.path().join(name), "<p>Hello").unwrap();
        }
        let policy = Policy::Strict;
        let server = start(
            folder.path(),
            Options {
                policy,
                ..Options::default()
            },
        )
        .unwrap();
        let policy = |name: &str| {
            let page = ureq::get(format!("{}{name}", server.url)).call().unwrap();
            page.headers()["content-security-policy"]
                .to_str()
                .unwrap()
                .to_owned()
        };
        assert!(policy("?lang=ko").starts_with("default-src 'self'; "));
        assert_eq!(
            policy("standalone.html?lang=ko"),
            "require-trusted-types-for 'script'"
        );
    }

    #[test]
    fn what_is_compressed_is_so_for_those_who_take_it() {
        let folder = tempfile::tempdir().unwrap();
        let page = "<p>Hello".repeat(100);
        fs::write(folder.path().join("index.html"), &page).unwrap();
        let options = Options {
            compress: true,
            ..Options::default()
        };
        let server = start(folder.path(), options).unwrap();
        // A library may have compressed bodies unpacked before anybody sees them.
        let answer = |accepted: &str| {
            let mut connection = TcpStream::connect(server.address).unwrap();
            let request = format!(
                "GET / HTTP/1.1\r\nAccept-Encoding: {accepted}\r\nConnection: close\r\n\r\n"
            );
            connection.write_all(request.as_bytes()).unwrap();
            let mut answer = Vec::new();
            connection.read_to_end(&mut answer).unwrap();
            let end = answer
                .windows(4)
                .position(|four| four == b"\r\n\r\n")
                .unwrap()
                + 4;
            let body = answer.split_off(end);
            (String::from_utf8(answer).unwrap(), body)
        };
        let (head, body) = answer("br, GZIP");
        assert!(head.contains("\r\nContent-Encoding: gzip\r\n"), "{head}");
        let mut text = String::new();
        let mut gzip = GzDecoder::new(body.as_slice());
        gzip.read_to_string(&mut text).unwrap();
        assert_eq!(text, page);
        for accepted in ["br", "x-gzip"] {
            let (head, body) = answer(accepted);
            assert!(!head.contains("Content-Encoding"), "{head}");
            assert_eq!(body, page.as_bytes());
        }
    }

    #[test]
    fn a_connection_is_used_until_one_of_both_ends_it() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.txt"), "A").unwrap();
        fs::write(folder.path().join("b.txt"), "B").unwrap();
        // What is answered to these requests, each as its status and its body.
        let answers = |requests: &[&str], stop: bool| {
            let server = start(folder.path(), Options::default()).unwrap();
            let mut connection = TcpStream::connect(server.address).unwrap();
            if stop {
                drop(server);
            }
            let requests = requests.join("\r\n\r\n") + "\r\n\r\n";
            // The server may be gone already, and break off what it didn't read.
            let _ = connection.write_all(requests.as_bytes());
            let mut answers = String::new();
            let _ = connection.read_to_string(&mut answers);
            let lines = answers.split("HTTP/1.1 ").skip(1);
            let short = |answer: &str| {
                let status = answer.split(' ').next().unwrap_or_default();
                let body = answer.rsplit("\r\n").next().unwrap_or_default();
                format!("{status} {body}")
            };
            lines.map(short).collect::<Vec<_>>()
        };
        let (a, b) = ("GET /a.txt HTTP/1.1", "GET /b.txt HTTP/1.1");
        let last = "GET /b.txt HTTP/1.1\r\nConnection: Close";
        assert_eq!(answers(&[a, b, last], false), ["200 A", "200 B", "200 B"]);
        assert_eq!(answers(&[a, last, a], false), ["200 A", "200 B"]);
        assert_eq!(answers(&["GET /a.txt HTTP/1.0", a], false), ["200 A"]);
        let post = "POST /a.txt HTTP/1.1";
        assert_eq!(
            answers(&[post, a], false),
            ["405 This server answers GET and HEAD only.\n"]
        );
        assert_eq!(answers(&[a, last], true), [""; 0]);
    }

    #[test]
    fn a_folder_is_served_under_a_path_with_headers() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("index.html"), "<p>Hello").unwrap();
        fs::write(folder.path().join("a.wasm"), "wasm").unwrap();
        let options = Options {
            mount: "some/folder".into(),
            headers: vec![("X-Test".into(), "yes".into())],
            ..Options::default()
        };
        let server = start(folder.path(), options).unwrap();
        let mut page = ureq::get(format!("{}?lang=ko", server.url)).call().unwrap();
        assert_eq!(page.headers()["content-type"], "text/html; charset=utf-8");
        assert_eq!(page.headers()["cache-control"], "no-store");
        assert_eq!(page.headers()["x-test"], "yes");
        assert_eq!(page.body_mut().read_to_string().unwrap(), "<p>Hello");
        let wasm = ureq::head(format!("{}a.wasm", server.url)).call().unwrap();
        assert_eq!(wasm.headers()["content-type"], "application/wasm");
        assert_eq!(wasm.headers()["content-length"], "4");
        let outside = server.url.replace("some/folder/", "index.html");
        let error = ureq::get(outside).call().unwrap_err();
        assert!(matches!(error, ureq::Error::StatusCode(404)));
    }
}
