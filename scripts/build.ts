/** Bundles the program: `dist/cli.js` and the entries that run beside it. */
import {chmod, rm} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';
import {bundleOptions, cliOptions} from './bundle-options.ts';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
await rm(dist, {recursive: true, force: true});
await build(await bundleOptions());
await build(await cliOptions());
await chmod(`${dist}cli.js`, 0o755);
