#!/usr/bin/env bash
# A compiler for the fuzzer: like rustc, but libraries and fuzz targets count which of their branches an input reaches.

case " $* " in
*" --crate-name build_script_"* | *" --crate-type proc-macro "* | *" --print "*)
	exec "$@"
	;;
esac
exec "$@" --cfg fuzzing -Ccodegen-units=1 -Cpasses=sancov-module \
	-Cllvm-args=-sanitizer-coverage-level=4 \
	-Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
	-Cllvm-args=-sanitizer-coverage-pc-table \
	-Cllvm-args=-sanitizer-coverage-trace-compares
