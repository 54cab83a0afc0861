//! `cargo xtask serve`: the site, for this machine alone.

use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};

use anyhow::{Context, Result, bail};
use axum::Router;
use axum::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::Html;
use axum::routing::get;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::{node, places, site, wasm};

/// What is to be said in the place of a file that only the build makes.
const NOT_BUILT: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Not built</title>\
    <p>The demo as one file is made by the build, which needs Node: install it and start <code>cargo xtask serve</code> again.</p>\
    <p lang=\"ko\">파일 하나로 된 데모는 빌드할 때 만들어지고, 빌드에는 Node가 필요합니다. Node를 설치한 뒤 <code>cargo xtask serve</code>를 다시 실행하세요.</p>";

/// Builds the site and serves it until the program is interrupted: as it ships where
/// Node is there, else the modules as they are written.
pub fn run(port: u16) -> Result<()> {
    // The port is taken first: whether it is free is told before the build, not after.
    let listener = listen(port)?;
    let built = match node::lack() {
        None => {
            site::build()?;
            true
        }
        Some(lack) => {
            println!("{lack}: the site is served as it is written, without standalone.html.");
            wasm::build(false)?;
            false
        }
    };
    let folder = if built { places::dist() } else { places::www() };
    let mut router = Router::new().fallback_service(ServeDir::new(folder));
    if !built {
        let page = get(|| async { (StatusCode::NOT_FOUND, Html(NOT_BUILT)) });
        router = router.route("/standalone.html", page);
    }
    let router = router
        // The next build must show at once.
        .layer(header(CACHE_CONTROL, "no-store"))
        // As most static hosts have it: a sandboxed frame has no origin of its own, and
        // may load modules only from where everybody may.
        .layer(header(ACCESS_CONTROL_ALLOW_ORIGIN, "*"));
    println!("Serving http://{}/", listener.local_addr()?);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_io()
        .build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        axum::serve(listener, router)
            .await
            .context("the server has failed")
    })
}

fn header(name: HeaderName, value: &'static str) -> SetResponseHeaderLayer<HeaderValue> {
    SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value))
}

fn listen(port: u16) -> Result<TcpListener> {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        Ok(listener) => {
            listener.set_nonblocking(true)?;
            Ok(listener)
        }
        Err(error) if error.kind() == ErrorKind::AddrInUse => bail!(
            "port {port} is taken by another program: choose another as in \
             `cargo xtask serve --port {}`, or `--port 0` for any free one",
            port.wrapping_add(1)
        ),
        Err(error) => Err(error).context(format!("could not listen on 127.0.0.1:{port}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_that_is_taken_is_named_with_what_to_do() {
        let first = listen(0).unwrap();
        let port = first.local_addr().unwrap().port();
        let error = listen(port).unwrap_err().to_string();
        let start = format!("port {port} is taken by another program: choose another");
        assert!(error.starts_with(&start), "{error}");
    }
}
