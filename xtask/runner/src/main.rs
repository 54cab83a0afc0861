//! The test runner of wasm-bindgen, which cargo calls with the wasm file of the tests.

fn main() -> anyhow::Result<()> {
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(std::env::args())
}
