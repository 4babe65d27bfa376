#!/usr/bin/env node
// Before anything is loaded, so that whoever started us reads 130 at any moment, not the number of a signal. What is
// written to the disk is written in one go between two moments: nothing is left half.
process.once('SIGINT', () => process.exit(130));

const { main, realIo } = await import('../dist/cli.js');

process.exitCode = await main(process.argv.slice(2), realIo());
