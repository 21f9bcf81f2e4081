/** Bundles the program: `dist/cli.js` and the entries that run beside it. */
import {chmod, rm} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';
import {besideOptions, bundleOptions, cliOptions} from './bundle-options.ts';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
await rm(dist, {recursive: true, force: true});
await Promise.all([bundleOptions, besideOptions, cliOptions].map(async options => build(await options())));
await chmod(`${dist}cli.js`, 0o755);
