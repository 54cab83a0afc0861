//! What stands in for the network says so, takes virtual time, and goes by the seed.

use interleaved_python::driver::{Options, Outcome};
use interleaved_python::runner::{Run, run};

fn seeded(program: &str, seed: u32) -> Run {
    let options = Options {
        seed,
        ..Options::default()
    };
    let run = run(program, options, |_, _| ());
    assert_eq!(run.outcome, Outcome::Done, "{}{}", run.output, run.errors);
    run
}

#[test]
fn requests_blocks_its_thread_and_says_that_it_is_simulated() {
    let program = "
import requests, threading, time

def fetch(n):
    response = requests.get(f'https://example.com/{n}', timeout=10)
    response.raise_for_status()
    assert response.status_code == 200 and 'simulated' in response.text
    delays.append(response.elapsed.total_seconds())

delays = []
threads = [threading.Thread(target=fetch, args=(n,)) for n in range(5)]
begin = time.perf_counter()
for t in threads: t.start()
for t in threads: t.join()
took = time.perf_counter() - begin
print(max(delays) <= took < max(delays) + 0.1, took < sum(delays))
print(delays)
";
    let first = seeded(program, 1);
    assert!(first.output.starts_with("True True\n"), "{}", first.output);
    assert_eq!(first.errors.matches("requests is simulated").count(), 1);
    assert_eq!(first.output, seeded(program, 1).output);
    let refused = seeded(
        "import requests\ntry: requests.get('nothing')\n\
         except requests.exceptions.RequestException as error: print(error)\n",
        0,
    );
    assert!(refused.output.starts_with("Invalid URL 'nothing'"));
    assert_ne!(first.output, seeded(program, 2).output);
}

#[test]
fn aiohttp_gives_way() {
    let run = seeded(
        "
import aiohttp, asyncio, time

async def fetch(session, n):
    async with session.get(f'https://example.com/api/{n}') as response:
        found = await response.json()
        return response.status, found['note'], len(await response.text()) > 50

async def main():
    async with aiohttp.ClientSession() as session:
        begin = time.perf_counter()
        results = await asyncio.gather(*(fetch(session, n) for n in range(20)))
        print(set(results), time.perf_counter() - begin < 2)

asyncio.run(main())
",
        3,
    );
    assert_eq!(run.output, "{(200, 'simulated', True)} True\n");
    assert!(run.errors.contains("aiohttp is simulated"));
}

#[test]
fn urllib_and_httpx_answer_and_time_out() {
    let run = seeded(
        "
import asyncio, httpx, urllib.request
from urllib.error import URLError

with urllib.request.urlopen('http://example.com') as response:
    print(response.status, b'simulated' in response.read())
print(httpx.get('https://example.com').status_code)
for limit in (0.001, 100):
    try:
        httpx.get('https://example.com/slow', timeout=limit)
        print('came')
    except httpx.ReadTimeout as error:
        print(error)

async def main():
    async with httpx.AsyncClient() as client:
        print(await client.get('https://example.com'))

asyncio.run(main())
",
        1,
    );
    let expected = "200 True\n200\nThe read operation timed out (simulated)\ncame\n\
                    <Response [200 OK]>\n";
    assert_eq!(run.output, expected);
}
