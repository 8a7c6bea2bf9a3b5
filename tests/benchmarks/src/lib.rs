//! The test of the benchmarks is in `tests/`. It needs the feature `run`; `make test-benchmarks` knows how.
