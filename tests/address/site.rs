//! A web site on this machine, for one test: it answers as the test says, and remembers what it was asked.

use std::io::{BufRead as _, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::thread;

use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};

/// A connection, bare or secured.
pub trait Wire: Read + Write + Send {}
impl<T: Read + Write + Send> Wire for T {}

/// Answers a request for a path by writing to the connection; a failure to write means that the asker has left.
pub type Answer = dyn Fn(&str, &mut dyn Wire) -> std::io::Result<()> + Send + Sync;

/// A site that runs until its test is over.
pub struct Site {
    port: u16,
    scheme: &'static str,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Site {
    /// A site that answers every request like this.
    pub fn new(answer: impl Fn(&str, &mut dyn Wire) -> std::io::Result<()> + Send + Sync + 'static) -> Self {
        Self::open(None, Arc::new(answer))
    }

    /// A site that answers every request with the same bytes.
    pub fn always(answer: Vec<u8>) -> Self {
        Self::new(move |_, wire| wire.write_all(&answer))
    }

    /// A site under `https`, with a certificate of `tests/data/tls`.
    pub fn secure(
        certificate: &str,
        answer: impl Fn(&str, &mut dyn Wire) -> std::io::Result<()> + Send + Sync + 'static,
    ) -> Self {
        Self::open(Some(identity(certificate)), Arc::new(answer))
    }

    fn open(identity: Option<Arc<ServerConfig>>, answer: Arc<Answer>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let scheme = if identity.is_some() { "https" } else { "http" };
        let asked = Arc::new(Mutex::new(Vec::new()));
        let log = asked.clone();
        on_thread(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let (identity, answer, log) = (identity.clone(), answer.clone(), log.clone());
                on_thread(move || match identity {
                    None => serve(stream, &*answer, &log),
                    Some(config) => serve(secured(config, stream), &*answer, &log),
                });
            }
        });
        Self { port, scheme, asked }
    }

    /// The address of a path of the site; secured, it goes by the name in its certificate.
    pub fn address(&self, path: &str) -> String {
        let host = if self.scheme == "https" { "localhost" } else { "127.0.0.1" };
        format!("{}://{host}:{}{path}", self.scheme, self.port)
    }

    /// The heads of all requests so far, each as it came.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

/// An answer with its length.
pub fn answer(status: &str, fields: &[&str], body: &[u8]) -> Vec<u8> {
    let length = format!("Content-Length: {}", body.len());
    let mut bytes = head(status, &[fields, &[&length]].concat());
    bytes.extend(body);
    bytes
}

/// The head of an answer, with the empty line behind it.
pub fn head(status: &str, fields: &[&str]) -> Vec<u8> {
    let lines: String = fields.iter().map(|field| format!("{field}\r\n")).collect();
    format!("HTTP/1.1 {status}\r\nConnection: close\r\n{lines}\r\n").into_bytes()
}

/// The path of a file with a certificate.
pub fn certificate(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/tls").join(name)
}

fn identity(name: &str) -> Arc<ServerConfig> {
    let chain = vec![CertificateDer::from_pem_file(certificate(name)).unwrap()];
    let key = PrivateKeyDer::from_pem_file(certificate("server.key")).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    Arc::new(config.with_no_client_auth().with_single_cert(chain, key).unwrap())
}

fn secured(config: Arc<ServerConfig>, stream: TcpStream) -> StreamOwned<ServerConnection, TcpStream> {
    StreamOwned::new(ServerConnection::new(config).unwrap(), stream)
}

fn serve(mut wire: impl Wire, answer: &Answer, log: &Mutex<Vec<String>>) {
    let Some(request) = request(&mut wire) else { return };
    let path = request.split(' ').nth(1).unwrap_or_default().to_owned();
    log.lock().unwrap().push(request);
    let _ = answer(&path, &mut wire).and_then(|()| wire.flush());
}

/// The head of a request; `None` where the asker left before its end, as one does who trusts no certificate.
fn request(wire: &mut impl Wire) -> Option<String> {
    let mut lines = BufReader::with_capacity(1, wire);
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        if lines.read_line(&mut head).ok()? == 0 {
            return None;
        }
    }
    Some(head)
}

fn on_thread(work: impl FnOnce() + Send + 'static) {
    thread::Builder::new().spawn(work).unwrap();
}
