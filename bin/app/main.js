// The single executable begins here; bin/bluezone-report.js does the same for the package.
import { main, realIo } from '../../src/cli.ts';

process.once('SIGINT', () => process.exit(130));

main(process.argv.slice(2), realIo()).then((exit) => {
  process.exitCode = exit;
});
