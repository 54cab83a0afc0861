//! `cargo xtask serve`: the site, for this machine alone.

use std::fs::File;
use std::io::{self, ErrorKind};
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Component, Path, PathBuf};
use std::sync::OnceLock;
use std::thread;

use anyhow::{Result, anyhow};
use tiny_http::{Header, Method, Request, Response, Server};

use crate::{node, places, site, wasm};

/// What is to be said in the place of a file that only the build makes.
const NOT_BUILT: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Not built</title>\
    <p>The demo as one file is made by the build, which needs Node: install it and start <code>cargo xtask serve</code> again.</p>\
    <p lang=\"ko\">파일 하나로 된 데모는 빌드할 때 만들어지고, 빌드에는 Node가 필요합니다. Node를 설치한 뒤 <code>cargo xtask serve</code>를 다시 실행하세요.</p>";

/// A site that is served.
struct Served {
    folder: PathBuf,
    /// Whether Vite has made it.
    built: bool,
    /// Set when what runs Python programs is there, or can't be made. The lesson doesn't
    /// need it and it is long in the making, so whoever asks for it sooner waits.
    python: OnceLock<()>,
}

/// Serves the site until the program is interrupted: built where Node is there, else the
/// modules as they are written. What is compiled is compiled soon, not small.
pub fn run(port: u16) -> Result<()> {
    // The port is taken first: whether it is free is told before the build, not after.
    let listener = listen(port)?;
    let built = match node::lack() {
        None => {
            site::build_soon()?;
            true
        }
        Some(lack) => {
            println!("{lack}: the site is served as it is written, without standalone.html.");
            wasm::build_lesson(false)?;
            false
        }
    };
    let site = &Served {
        folder: if built { places::dist() } else { places::www() },
        built,
        python: OnceLock::new(),
    };
    println!("Serving http://{}/", listener.local_addr()?);
    let server = Server::from_listener(listener, None)
        .map_err(|error| anyhow!("the server could not start: {error}"))?;
    thread::scope(|scope| {
        // A reader who is slow to take a file holds up one of these alone.
        for _ in 0..8 {
            scope.spawn(|| {
                for request in server.incoming_requests() {
                    // Whoever asked may be gone before the answer: nobody is there to be told.
                    let _ = answer(request, site);
                }
            });
        }
        if let Err(error) = add_python(site) {
            eprintln!("error: what runs Python programs could not be made: {error:#}");
        }
        site.python.get_or_init(|| ());
    });
    Ok(())
}

/// Makes what runs Python programs, where it is asked for.
fn add_python(site: &Served) -> Result<()> {
    wasm::build_python(false)?;
    if site.built {
        site::add_python(&site.folder)?;
    }
    Ok(())
}

fn listen(port: u16) -> Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => anyhow!(
            "port {port} is taken by another program: choose another as in \
             `cargo xtask serve --port {}`, or `--port 0` for any free one",
            port.wrapping_add(1)
        ),
        _ => anyhow!(error).context(format!("could not listen on 127.0.0.1:{port}")),
    })
}

fn answer(request: Request, site: &Served) -> io::Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return request.respond(Response::empty(405));
    }
    let path = request.url().split(['?', '#']).next().unwrap_or_default();
    if path.starts_with("/bindings/python") {
        site.python.wait();
    }
    let Some(mut file) = inside(&site.folder, path) else {
        return request.respond(Response::from_string("Not found").with_status_code(404));
    };
    if file.is_dir() {
        // Without the slash, what the page names by relative addresses would be missed.
        if !path.ends_with('/') {
            let to = header("Location", &format!("{path}/"));
            return request.respond(Response::empty(301).with_header(to));
        }
        file.push("index.html");
    }
    match File::open(&file) {
        Ok(content) => {
            let mut response = Response::from_file(content);
            response.add_header(header("Content-Type", media_type(&file)));
            // The next build must show at once.
            response.add_header(header("Cache-Control", "no-store"));
            // As most static hosts have it: a sandboxed frame has no origin of its own, and
            // may load modules only from where everybody may.
            response.add_header(header("Access-Control-Allow-Origin", "*"));
            request.respond(response)
        }
        Err(_) if !site.built && path == "/standalone.html" => {
            let html = header("Content-Type", media_type(&file));
            request.respond(
                Response::from_string(NOT_BUILT)
                    .with_status_code(404)
                    .with_header(html),
            )
        }
        Err(_) => request.respond(Response::from_string("Not found").with_status_code(404)),
    }
}

/// The file of an address, or nothing if that leads out of the folder. Names of the site's
/// files have no letter that an address would have to escape.
fn inside(folder: &Path, path: &str) -> Option<PathBuf> {
    let path = Path::new(path.trim_start_matches('/'));
    path.components()
        .all(|part| matches!(part, Component::Normal(_)))
        .then(|| folder.join(path))
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("names and values of ours are ASCII")
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::{Read, Write};
    use std::net::TcpStream;

    use super::*;

    #[test]
    fn a_port_that_is_taken_is_named_with_what_to_do() {
        let first = listen(0).unwrap();
        let port = first.local_addr().unwrap().port();
        let error = listen(port).unwrap_err().to_string();
        let start = format!("port {port} is taken by another program: choose another");
        assert!(error.starts_with(&start), "{error}");
    }

    /// What a server of `folder` answers to a request with this first line.
    fn ask(folder: &Path, built: bool, line: &str) -> String {
        let site = Served {
            folder: folder.to_owned(),
            built,
            python: OnceLock::from(()),
        };
        ask_of(&site, line)
    }

    fn ask_of(site: &Served, line: &str) -> String {
        let listener = listen(0).unwrap();
        let address = listener.local_addr().unwrap();
        let server = Server::from_listener(listener, None).unwrap();
        let mut client = TcpStream::connect(address).unwrap();
        write!(
            client,
            "{line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
        )
        .unwrap();
        answer(server.recv().unwrap(), site).unwrap();
        let mut text = String::new();
        client.read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn files_are_answered_with_their_type_and_what_the_page_needs() {
        let parent = tempfile::tempdir().unwrap();
        let site = parent.path().join("site");
        fs::create_dir_all(site.join("docs")).unwrap();
        fs::write(parent.path().join("secret"), "not for all").unwrap();
        fs::write(site.join("index.html"), "<p>home").unwrap();
        fs::write(site.join("docs/index.html"), "<p>docs").unwrap();
        fs::write(site.join("core.wasm"), "\0asm").unwrap();

        let home = ask(&site, true, "GET /?lang=ko");
        assert!(home.starts_with("HTTP/1.1 200"), "{home}");
        assert!(home.ends_with("<p>home"), "{home}");
        for header in [
            "Content-Type: text/html; charset=utf-8",
            "Cache-Control: no-store",
            "Access-Control-Allow-Origin: *",
        ] {
            assert!(home.contains(header), "{home}");
        }
        assert!(ask(&site, true, "GET /core.wasm").contains("Content-Type: application/wasm"));
        assert!(ask(&site, true, "GET /docs/").ends_with("<p>docs"));
        let moved = ask(&site, true, "GET /docs");
        assert!(
            moved.starts_with("HTTP/1.1 301") && moved.contains("Location: /docs/"),
            "{moved}"
        );
        let head = ask(&site, true, "HEAD /");
        assert!(
            head.starts_with("HTTP/1.1 200") && !head.contains("home"),
            "{head}"
        );
        for (line, status) in [
            ("GET /none.js", 404),
            ("GET /../secret", 404),
            ("GET /docs/../../secret", 404),
            ("POST /", 405),
        ] {
            let text = ask(&site, true, line);
            assert!(
                text.starts_with(&format!("HTTP/1.1 {status}")),
                "{line}: {text}"
            );
            assert!(!text.contains("not for all"), "{line}: {text}");
        }
    }

    #[test]
    fn what_runs_python_is_waited_for_and_nothing_else_is() {
        let folder = tempfile::tempdir().unwrap();
        let site = &Served {
            folder: folder.path().to_owned(),
            built: false,
            python: OnceLock::new(),
        };
        fs::write(folder.path().join("core.js"), "core").unwrap();
        assert!(ask_of(site, "GET /core.js").ends_with("core"));
        thread::scope(|scope| {
            let asked = scope.spawn(|| ask_of(site, "GET /bindings/python.js"));
            fs::create_dir(folder.path().join("bindings")).unwrap();
            fs::write(folder.path().join("bindings/python.js"), "made").unwrap();
            site.python.set(()).unwrap();
            assert!(asked.join().unwrap().ends_with("made"));
        });
    }

    #[test]
    fn the_one_file_says_that_it_needs_a_build() {
        let site = tempfile::tempdir().unwrap();
        let text = ask(site.path(), false, "GET /standalone.html");
        assert!(
            text.starts_with("HTTP/1.1 404") && text.contains("needs Node"),
            "{text}"
        );
    }
}
