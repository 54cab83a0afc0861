//! A static server for this machine alone.

use std::fs;
use std::io::{self, Cursor};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use anyhow::{Result, anyhow, bail};
use tiny_http::{Header, Method, Request, Response};

use crate::{build, places};

/// The port of `cargo xtask serve`.
pub const DEFAULT_PORT: u16 = 8000;

/// A browser opens six connections to a host; a slow one must not hold up the rest.
const THREADS: usize = 6;

/// How a folder is served.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The port; 0 takes a free one.
    pub port: u16,
    /// The folder of the address under which the site is: `some/sub/folder`, or nothing.
    pub mount: String,
    /// Headers that every response has besides its own: a Content-Security-Policy, say.
    pub headers: Vec<(String, String)>,
}

/// Builds the site and serves it until the program is interrupted.
pub fn build_and_serve(port: u16) -> Result<()> {
    let options = Options {
        port,
        ..Options::default()
    };
    // The port is taken first: whether it is free is told before the build, not after.
    let server = start(&places::dist(), options)?;
    build::build()?;
    println!("Serving {}", server.url);
    server.wait();
    Ok(())
}

/// Serves `folder` from other threads, until the returned handle is dropped.
pub fn start(folder: &Path, options: Options) -> Result<Server> {
    let listener = match tiny_http::Server::http(("127.0.0.1", options.port)) {
        Ok(listener) => Arc::new(listener),
        Err(error) => bail!(refusal(options.port, &*error)),
    };
    let port = listener
        .server_addr()
        .to_ip()
        .ok_or_else(|| anyhow!("the server has no port"))?
        .port();
    let mount = options.mount.trim_matches('/');
    let mount = if mount.is_empty() {
        "/".to_owned()
    } else {
        format!("/{mount}/")
    };
    let url = format!("http://127.0.0.1:{port}{mount}");
    let headers = options
        .headers
        .iter()
        .map(|(name, value)| header(name, value))
        .collect::<Result<Vec<_>>>()?;
    let site = Arc::new(Site {
        folder: folder.to_owned(),
        mount,
        headers,
    });
    let threads = (0..THREADS)
        .map(|_| {
            let (listener, site) = (Arc::clone(&listener), Arc::clone(&site));
            thread::spawn(move || {
                for request in listener.incoming_requests() {
                    // A browser that closes a connection early is no error of ours.
                    let _ = site.answer(request);
                }
            })
        })
        .collect();
    Ok(Server {
        url,
        listener,
        threads,
    })
}

fn refusal(port: u16, error: &(dyn std::error::Error + 'static)) -> String {
    let taken = error
        .downcast_ref::<io::Error>()
        .is_some_and(|error| error.kind() == io::ErrorKind::AddrInUse);
    if taken {
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
    listener: Arc<tiny_http::Server>,
    threads: Vec<JoinHandle<()>>,
}

impl Server {
    /// Waits for the server's end, which is the program's.
    fn wait(mut self) {
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Each call ends the loop of one thread.
        for _ in &self.threads {
            self.listener.unblock();
        }
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
    }
}

/// What is served.
struct Site {
    folder: PathBuf,
    /// The path of the address under which it is, with `/` at both ends.
    mount: String,
    headers: Vec<Header>,
}

impl Site {
    fn answer(&self, request: Request) -> io::Result<()> {
        let mut response = if matches!(request.method(), Method::Get | Method::Head) {
            self.find(request.url())
        } else {
            plain(405, "This server answers GET and HEAD only.\n")
        };
        for header in &self.headers {
            response.add_header(header.clone());
        }
        // A server for development: the next build must show at once.
        response.add_header(known_header("Cache-Control", "no-store"));
        // As GitHub Pages has it: a sandboxed frame has no origin of its own, and
        // may load modules only from where everybody may.
        response.add_header(known_header("Access-Control-Allow-Origin", "*"));
        request.respond(response)
    }

    fn find(&self, url: &str) -> Response<Cursor<Vec<u8>>> {
        let path = url.split(['?', '#']).next().unwrap_or(url);
        let local = path.strip_prefix(&self.mount).and_then(local_path);
        let missing = || plain(404, &format!("There is no {path} here.\n"));
        let Some(mut file) = local.map(|local| self.folder.join(local)) else {
            return missing();
        };
        if file.is_dir() {
            if !path.ends_with('/') {
                // The links of a folder's page are relative to the folder.
                return plain(301, "").with_header(known_header("Location", &format!("{path}/")));
            }
            file.push("index.html");
        }
        match fs::read(&file) {
            Ok(bytes) => Response::from_data(bytes)
                .with_header(known_header("Content-Type", media_type(&file))),
            Err(_) => missing(),
        }
    }
}

fn plain(status: u16, text: &str) -> Response<Cursor<Vec<u8>>> {
    Response::from_data(text)
        .with_status_code(status)
        .with_header(known_header("Content-Type", "text/plain; charset=utf-8"))
}

fn header(name: &str, value: &str) -> Result<Header> {
    Header::from_bytes(name, value).map_err(|()| anyhow!("`{name}: {value}` is no HTTP header"))
}

fn known_header(name: &str, value: &str) -> Header {
    header(name, value).expect("the headers that are named in this file are valid")
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
        Some("js") => "text/javascript; charset=utf-8",
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
