#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| interleaved_fuzz::promises::fuzz_steps(bytes));
